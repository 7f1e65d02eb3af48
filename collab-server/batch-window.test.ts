import { expect, test } from 'vitest'
import { batchWindow } from './batch-window.ts'

test('two people alone wait for nothing, and nobody ever waits longer than 25 ms', () => {
  expect(batchWindow(0, 0)).toBe(0)
  expect(batchWindow(2, 0)).toBeLessThan(1)
  expect(batchWindow(1_000, 0)).toBe(25)
  expect(batchWindow(1_000, 1)).toBe(25)
})

test.each([
  [20, 4],
  [50, 6],
  [75, 11.5],
  [100, 17],
  [300, 25],
])('a change that goes to %i connections waits at most %d ms', (connections, ms) => {
  expect(batchWindow(connections, 0)).toBeCloseTo(ms, 5)
})

test('a busy process takes longer breaths, however few each change goes to', () => {
  expect(batchWindow(2, 0.25)).toBeLessThan(1)
  expect(batchWindow(2, 0.5)).toBeCloseTo(12.5, 5)
  expect(batchWindow(2, 0.9)).toBe(25)
})
