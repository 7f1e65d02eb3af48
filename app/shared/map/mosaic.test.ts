import { expect, it } from 'vitest'
import { clipToCircle } from './mosaic.ts'
import { signedArea } from './geometry.ts'
import { draw } from './tuscany-map.server.ts'
import { readBoundaries } from './boundaries.ts'

const places = [
  { code: '048017', lat: 43.77, lon: 11.25 },
  { code: '048041', lat: 43.76, lon: 11.17 },
  { code: '100005', lat: 43.88, lon: 11.09 },
  { code: '049014', lat: 42.81, lon: 10.31 },
]

it('gives every municipality a shape, and islands one of their own', () => {
  const map = draw(undefined, places)
  for (const { code } of places) expect(map.outline([code])).toMatch(/^m\d+ \d+[-\d ]+z$/)
  expect(map.outline(['048017', '049014']).match(/z/g)).toHaveLength(2)
  expect(map.exact).toBe(false)
})

it('joins neighbours of the mosaic into one outline', () => {
  expect(draw(undefined, places).outline(['048017', '048041', '100005']).match(/z/g)).toHaveLength(1)
})

it('draws nothing, without failing, when there are no municipalities', () => {
  expect(draw(undefined, []).outline(['048017'])).toBe('')
})

it('cuts a cell to the circle around its town hall', () => {
  const cell = [
    [-100, -100],
    [100, -100],
    [100, 100],
    [-100, 100],
  ] as const
  expect(Math.abs(signedArea(clipToCircle(cell, [0, 0], 10))) / 2 / (Math.PI * 100)).toBeCloseTo(1, 1)
  expect(clipToCircle(cell, [0, 0], 1000)).toEqual(cell)
})

it('reads boundaries with their attribution and refuses a file without ISTAT codes', () => {
  const triangle = [
    [
      [11, 43],
      [11.5, 43],
      [11.5, 43.5],
      [11, 43],
    ],
  ]
  const collection = (properties: object) => ({
    type: 'FeatureCollection',
    attribution: 'Istat',
    features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: triangle } }],
  })
  const boundaries = readBoundaries(collection({ istat_code: '048017' }))
  expect(boundaries.attribution).toBe('Istat')
  expect(draw(boundaries, places)).toMatchObject({ exact: true, attribution: 'Istat' })
  expect(() => readBoundaries(collection({ name: 'Firenze' }))).toThrow('istat_code')
})
