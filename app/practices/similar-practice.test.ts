import { expect, it } from 'vitest'
import { type Compared, likenessOf, samePlace } from './similar-practice.ts'

const place = (id: string, population: number | null, zoneId: string | null = null, provinceId: string | null = null) => ({
  id,
  population,
  zoneId,
  provinceId,
})
const sheet = (more: Partial<Compared>): Compared => ({ id: 'x', kinds: [], themes: [], targets: [], places: [], weight: 1, ...more })
const own = sheet({ kinds: ['k1'], themes: ['t1', 't2'], targets: ['g1'], places: [place('empoli', 48_000, 'z1', 'fi')] })

it.each([
  [sheet({ kinds: ['k1'], themes: ['t1'] }), ['kind', 'theme']],
  [sheet({ themes: ['t2'], places: [place('poggibonsi', 29_000, 'z2', 'si')] }), ['theme', 'size']],
  [sheet({ kinds: ['k1'], places: [place('vinci', 14_000, 'z1', 'fi')] }), ['kind', 'zone']],
  [sheet({ kinds: ['k1'], places: [place('fiesole', 14_000, 'z3', 'fi')] }), ['kind', 'province']],
  [sheet({ targets: ['g1'], places: [place('atene', null)] }), ['target']],
  [sheet({}), []],
])('says why, strongest first: %#', (other, reasons) => {
  expect(likenessOf(own, other).reasons).toEqual(reasons)
  expect(likenessOf(other, own)).toEqual(likenessOf(own, other))
})

it('puts a place of similar size before a bigger one, the rest being equal', () => {
  const small = likenessOf(own, sheet({ kinds: ['k1'], places: [place('a', 40_000)] }))
  const big = likenessOf(own, sheet({ kinds: ['k1'], places: [place('b', 360_000)] }))
  expect(small.score).toBeGreaterThan(big.score)
})

it('knows one municipality from another', () => {
  expect(samePlace(own, sheet({ places: [place('empoli', 1)] }))).toBe(true)
  expect(samePlace(own, sheet({ places: [place('vinci', 1)] }))).toBe(false)
})
