import { expect, it } from 'vitest'
import { shadeClasses, shadeOf } from './shades.ts'

it('cuts classes at quantiles, so that one big city does not pale the rest', () => {
  const classes = shadeClasses([0, 1, 1, 2, 3, 4, 5, 6, 7, 90])
  expect(classes.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 90],
  ])
  expect([0, 1, 3, 6, 90].map((count) => shadeOf(count, classes))).toEqual([0, 1, 2, 3, 4])
})

it('makes fewer classes of few different values, still told apart', () => {
  expect(shadeClasses([0, 2, 2, 2])).toEqual([{ shade: 2, from: 2, to: 2 }])
  expect(shadeClasses([1, 5]).map(({ shade }) => shade)).toEqual([1, 4])
  expect(shadeClasses([])).toEqual([])
})

it('puts every counted value in exactly one class', () => {
  const counts = [1, 2, 2, 3, 8, 9, 14, 30, 31, 60]
  const classes = shadeClasses(counts)
  for (const count of counts) expect(classes.filter(({ from, to }) => count >= from && count <= to)).toHaveLength(1)
})
