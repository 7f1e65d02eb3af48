import { describe, expect, it } from 'vitest'
import { inReadingOrder, phaseOf } from './programme.ts'
import { addDays, atRome, nextThursday, romeDay, romeHour } from '#app/shared/rome-time.ts'

describe('a programme', () => {
  const dates = { startsOn: '2026-11-26', endsOn: '2026-12-31', open: true }
  it.each([
    [{ ...dates }, '2026-11-22', 'open'],
    [{ ...dates }, '2026-12-31', 'open'],
    [{ ...dates }, '2027-01-01', 'past'],
    [{ ...dates, open: false }, '2026-12-01', 'closed'],
  ] as const)('%j is on %s %s', (programme, today, phase) => {
    expect(phaseOf(programme, today)).toBe(phase)
  })

  it('is listed open first, then running, then past from the latest', () => {
    const past = { startsOn: '2023-05-04', endsOn: '2023-06-08', open: false }
    const older = { startsOn: '2019-05-04', endsOn: '2019-06-08', open: true }
    const running = { startsOn: '2026-11-01', endsOn: '2026-12-08', open: false }
    expect(inReadingOrder([older, past, running, dates], '2026-11-22')).toEqual([dates, running, past, older])
  })
})

describe('time in Tuscany', () => {
  it.each([
    ['2023-05-04', '15:00', '2023-05-04T13:00:00.000Z'],
    ['2026-11-26', '15:00', '2026-11-26T14:00:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '18:00', '2026-10-25T17:00:00.000Z'],
  ])('%s %s is %s', (day, hour, moment) => {
    expect(atRome(day, hour).toISOString()).toBe(moment)
    expect([romeDay(new Date(moment)), romeHour(new Date(moment))]).toEqual([day, hour])
  })

  it.each([
    ['2026-11-22T09:00:00Z', '2026-11-26'],
    ['2026-11-26T09:00:00Z', '2026-12-03'],
    ['2026-11-25T23:30:00Z', '2026-12-03'],
  ])('the Thursday after %s is %s', (moment, thursday) => {
    expect(nextThursday(new Date(moment))).toBe(thursday)
  })

  it('adds days across months', () => {
    expect(addDays('2026-12-31', 7)).toBe('2027-01-07')
  })
})
