import { expect, it } from 'vitest'
import { inReadingOrder, mayBecome, phaseNow, processStates, timeOf } from './process.ts'

it.each([
  [{ startsOn: '2026-01-01', endsOn: '2026-01-31' }, '2026-02-01', 'past'],
  [{ startsOn: '2026-01-01', endsOn: '2026-01-31' }, '2026-01-31', 'now'],
  [{ startsOn: '2026-01-01', endsOn: null }, '2026-06-01', 'now'],
  [{ startsOn: '2026-01-02', endsOn: null }, '2026-01-01', 'ahead'],
  [{ startsOn: null, endsOn: null }, '2026-01-01', 'ahead'],
] as const)('the phase %j on %s is %s', (phase, day, time) => {
  expect(timeOf(phase, day)).toBe(time)
})

it('of two phases that overlap the later one is meant', () => {
  const phases = [
    { id: 1, startsOn: '2026-01-01', endsOn: '2026-03-01' },
    { id: 2, startsOn: '2026-02-01', endsOn: '2026-04-01' },
  ]
  expect(phaseNow(phases, '2026-02-15')?.id).toBe(2)
  expect(phaseNow(phases, '2026-05-01')).toBeUndefined()
})

it('open processes come first, the closed last, latest first', () => {
  const at = (state: (typeof processStates)[number], startsOn: string) => ({ state, startsOn })
  const sorted = inReadingOrder([
    at('closed', '2025-01-01'),
    at('open', '2026-01-01'),
    at('closed', '2025-06-01'),
    at('draft', '2027-01-01'),
  ])
  expect(sorted.map((one) => `${one.state} ${one.startsOn}`)).toEqual([
    'open 2026-01-01',
    'draft 2027-01-01',
    'closed 2025-06-01',
    'closed 2025-01-01',
  ])
})

it('a process goes from draft to open to closed to archived, and may be opened again', () => {
  const ways = processStates.flatMap((from) => processStates.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`))
  expect(ways).toEqual(['draft → open', 'open → closed', 'closed → open', 'closed → archived', 'archived → closed'])
})
