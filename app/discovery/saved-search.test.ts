import { describe, expect, it } from 'vitest'
import { type Frequency, isDue, newSince } from './saved-search.ts'

const due = (frequency: Frequency, checked: string, now: string, paused = false) =>
  isDue({ frequency, checkedAt: new Date(checked), paused }, new Date(now))

describe('A saved search is due', () => {
  it.each([
    ['daily', '2026-11-21T05:00Z', '2026-11-22T05:00Z', true],
    ['daily', '2026-11-22T05:00Z', '2026-11-22T09:00Z', false],
    ['weekly', '2026-11-16T05:00Z', '2026-11-22T05:00Z', false], // Monday to Sunday
    ['weekly', '2026-11-16T05:00Z', '2026-11-23T05:00Z', true], // the next Monday
    ['weekly', '2026-11-11T05:00Z', '2026-11-18T05:00Z', true], // the job missed its Monday
    ['feed', '2020-01-01T00:00Z', '2026-11-22T05:00Z', false],
  ] as const)('%s, looked at %s, on %s: %s', (frequency, checked, now, expected) => expect(due(frequency, checked, now)).toBe(expected))

  it('never while it is paused', () => {
    expect(due('daily', '2020-01-01T00:00Z', '2026-11-22T05:00Z', true)).toBe(false)
  })
})

describe('What counts as new', () => {
  it('begins a day before the last look, for an index that came late, but not before the search did', () => {
    const checkedAt = new Date('2026-11-22T05:00Z')
    expect(newSince({ startedAt: new Date('2026-11-01T00:00Z'), checkedAt })).toEqual(new Date('2026-11-21T05:00Z'))
    expect(newSince({ startedAt: new Date('2026-11-22T04:00Z'), checkedAt })).toEqual(new Date('2026-11-22T04:00Z'))
  })
})
