import { expect, it } from 'vitest'
import { placesOfSimilarSize, type SizedPlace, similarSize } from './places-like.ts'

it.each([
  [10_000, 10_000, true],
  [10_000, 20_000, true],
  [20_000, 10_000, true],
  [10_000, 20_001, false],
  [10_000, null, false],
  [null, null, false],
  [0, 0, false],
])('%s and %s people: similar size is %s', (a, b, similar) => expect(similarSize(a, b)).toBe(similar))

it('names the nearest first, never the place itself, and no more than asked', () => {
  const place = (id: string, population: number | null): SizedPlace => ({ id, population, zoneId: null, provinceId: null })
  const all = [place('a', 1_000), place('b', 1_900), place('c', 950), place('d', 400), place('e', null), place('f', 1_100)]
  expect(placesOfSimilarSize(all[0]!, all, 2).map(({ id }) => id)).toEqual(['c', 'f'])
  expect(placesOfSimilarSize(all[0]!, all, 9).map(({ id }) => id)).toEqual(['c', 'f', 'b'])
})
