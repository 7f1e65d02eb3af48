import { describe, expect, it } from 'vitest'
import { dissolve, pathData, type Ring, signedArea, simplifyTogether, snap, straighten } from './geometry.ts'

const square = (x: number, y: number): Ring => [
  [x, y],
  [x + 10, y],
  [x + 10, y + 10],
  [x, y + 10],
]
const area = (rings: readonly Ring[]): number => rings.reduce((sum, ring) => sum + Math.abs(signedArea(ring)) / 2, 0)

describe('dissolve', () => {
  it('joins neighbours into one outline without the border between them', () => {
    const [outline, ...others] = dissolve([square(0, 0), square(10, 0)])
    expect(others).toEqual([])
    expect(area([outline ?? []])).toBe(200)
    expect(outline).toHaveLength(6)
  })

  it('keeps an island as a second ring', () => {
    expect(dissolve([square(0, 0), square(50, 50)])).toHaveLength(2)
  })

  it('does not mind which way round a ring is drawn', () => {
    expect(dissolve([square(0, 0), [...square(10, 0)].reverse()])).toHaveLength(1)
  })

  it('keeps the hole where an area in the middle is left out', () => {
    const around = [0, 10, 20].flatMap((x) => [0, 10, 20].map((y) => square(x, y))).filter((_, i) => i !== 4)
    const rings = dissolve(around)
    expect(rings).toHaveLength(2)
    expect(Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0)) / 2).toBe(800)
  })
})

describe('simplifyTogether', () => {
  const left: Ring = [
    [0, 0],
    [10, 0],
    [10.4, 3],
    [9.7, 6],
    [10, 10],
    [0, 10],
  ]
  const right: Ring = [
    [10, 0],
    [20, 0],
    [20, 10],
    [10, 10],
    [9.7, 6],
    [10.4, 3],
  ]

  it('straightens a shared border in the same way on both sides', () => {
    const simple = simplifyTogether(
      new Map([
        ['left', [left]],
        ['right', [right]],
      ]),
      1,
    )
    const rings = [...(simple.get('left') ?? []), ...(simple.get('right') ?? [])]
    expect(rings.flat()).not.toContainEqual([10.4, 3])
    expect(area(rings)).toBe(200)
    expect(dissolve(rings)).toHaveLength(1)
  })

  it('leaves an island, which borders on nobody, a shape', () => {
    const circle = Array.from({ length: 60 }, (_, i): [number, number] => [30 * Math.cos(i / 9.55), 30 * Math.sin(i / 9.55)])
    const [ring] = simplifyTogether(new Map([['isle', [circle]]]), 1).get('isle') ?? []
    expect(ring?.length).toBeGreaterThan(5)
    expect(ring?.length).toBeLessThan(30)
  })
})

it('keeps the ends and the corner of a line and drops what lies on it', () => {
  expect(
    straighten(
      [
        [0, 0],
        [5, 0.1],
        [10, 0],
        [10, 10],
      ],
      0.5,
    ),
  ).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
  ])
})

it('drops points that fall together and rings that vanish', () => {
  expect(
    snap([
      [
        [0, 0],
        [0.2, 0],
        [5, 0],
        [5, 5],
      ],
      [
        [0, 0],
        [0.1, 0.1],
        [0.2, 0],
      ],
    ]),
  ).toEqual([
    [
      [0, 0],
      [5, 0],
      [5, 5],
    ],
  ])
})

it('writes paths in relative whole steps', () => {
  expect(pathData([square(1, 2), square(30, 2)])).toBe('m1 2 10 0 0 10-10 0zm29 0 10 0 0 10-10 0z')
})
