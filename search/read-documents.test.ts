import { expect, it } from 'vitest'
import { periodsOf } from './read-documents.ts'

it.each([
  [{ start: '2021', end: null, ongoing: false }, ['2020-2024']],
  [{ start: '2018', end: '2021', ongoing: false }, ['2015-2019', '2020-2024']],
  [{ start: '2009-03', end: '2020-01-31', ongoing: false }, ['2005-2009', '2010-2014', '2015-2019', '2020-2024']],
  [{ start: '2019', end: null, ongoing: true }, ['2015-2019', '2020-2024', '2025-2029', 'ongoing']],
  [{ start: null, end: null, ongoing: true }, ['ongoing']],
  [{ start: null, end: '2021', ongoing: false }, []],
  [{ start: '2021', end: '2011', ongoing: false }, ['2020-2024']],
])('a period is found by every five years it touches: %j', (period, spans) => {
  expect(periodsOf(period, 2026)).toEqual(spans)
})
