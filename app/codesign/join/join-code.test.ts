import { expect, it } from 'vitest'
import { type CodeFacts, endOfCode, readJoinCode } from './join-code.ts'

it.each([
  ['ABCD2345', 'ABCD2345'],
  ['abcd 2345', 'ABCD2345'],
  [' abcd-2345. ', 'ABCD2345'],
  ['ＡＢＣＤ２３４５', 'ABCD2345'],
  ['ABCD٢٣٤٥', 'ABCD2345'],
  ['ABCD۲۳۴۵', 'ABCD2345'],
])('reads %s as a code', (typed, code) => {
  expect(readJoinCode(typed)).toEqual({ ok: true, code })
})

it.each([
  ['', 'empty'],
  [' - ', 'empty'],
  ['ABCD234O', 'look-alike'],
  ['abcd2341', 'look-alike'],
  ['i2345678', 'look-alike'],
  ['ABCD234', 'not-a-code'],
  ['ABCD23456', 'not-a-code'],
  ['ABCD234Ж', 'not-a-code'],
  ['\u0000', 'empty'],
])('says what is wrong with %j', (typed, problem) => {
  expect(readJoinCode(typed)).toEqual({ ok: false, problem })
})

const now = new Date('2026-05-07T15:00:00Z')
const open: CodeFacts = { expiresAt: new Date('2026-05-07T18:00:00Z'), revokedAt: null, meetingClosedAt: null, processState: 'open' }

it.each<[Partial<CodeFacts>, ReturnType<typeof endOfCode>]>([
  [{}, undefined],
  [{ expiresAt: now }, 'expired'],
  [{ revokedAt: now }, 'revoked'],
  [{ revokedAt: now, expiresAt: now }, 'revoked'],
  [{ meetingClosedAt: now }, 'meeting-closed'],
  [{ processState: 'closed' }, 'process-closed'],
  [{ processState: 'archived' }, 'process-closed'],
  [{ processState: 'draft' }, 'not-yet'],
])('a code with %o ends as %s', (facts, end) => {
  expect(endOfCode({ ...open, ...facts }, now)).toBe(end)
})
