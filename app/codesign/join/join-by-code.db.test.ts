import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aJoinCode, aMeeting, aProcess } from '#tests/support/codesign.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { changeOwnSettings } from './change-own-settings.server.ts'
import { joinByCode } from './join-by-code.server.ts'
import { type Here, readParticipant } from './participant-session.server.ts'
import { makeReturnCode, returnByCode } from './return-code.server.ts'
import { revokeJoinCode } from './revoke-join-code.server.ts'

const { db } = await useTestDatabase()
const where = { secure: false }

const come = (code: string, more: Partial<Parameters<typeof joinByCode>[1]> = {}) =>
  joinByCode(db, { code, lang: 'it', pseudonym: 7, ip: '192.0.2.1', here: undefined, ...where, ...more })

async function comeIn(code: string, more: Partial<Parameters<typeof joinByCode>[1]> = {}): Promise<{ here: Here; cookie: string }> {
  const joined = await come(code, more)
  if (!joined.ok) throw new Error(joined.reason)
  const cookie = joined.cookie.split(';')[0] ?? ''
  const here = await readParticipant(db, cookie, where)
  if (!here) throw new Error('not here')
  return { here, cookie }
}

it('lets 150 people in at once from one address, each with a name of their own', async () => {
  const process = await aProcess(db)
  const { code } = await aJoinCode(db, process.id, { capacity: 150 })
  const joined = await Promise.all(Array.from({ length: 150 }, () => come(code)))
  expect(joined.filter(({ ok }) => ok)).toHaveLength(150)
  const names = await db.selectFrom('participant').where('process_id', '=', process.id).select('pseudonym').execute()
  expect(new Set(names.map(({ pseudonym }) => pseudonym)).size).toBe(150)
  expect(await come(code)).toEqual({ ok: false, reason: 'full' })
})

it('says why a code lets nobody in', async () => {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const codes = {
    expired: await aJoinCode(db, process.id, { expiresAt: new Date(Date.now() - 1_000) }),
    revoked: await aJoinCode(db, process.id),
    'meeting-closed': await aJoinCode(db, process.id, { meetingId: meeting.id }),
    full: await aJoinCode(db, process.id, { capacity: 1 }),
  }
  await revokeJoinCode(db, codes.revoked.id)
  await db.updateTable('meeting').set({ closed_at: new Date() }).where('id', '=', meeting.id).execute()
  await comeIn(codes.full.code)
  for (const [reason, { code }] of Object.entries(codes)) expect(await come(code)).toEqual({ ok: false, reason })
  expect(await come('ZZZZ9999')).toEqual({ ok: false, reason: 'unknown' })
  await db.updateTable('process').set({ state: 'archived' }).where('id', '=', process.id).execute()
  expect(await come(codes.full.code)).toEqual({ ok: false, reason: 'process-closed' })
})

it('keeps who is already here, also when the code is full, and brings them to the new code', async () => {
  const process = await aProcess(db)
  const first = await aJoinCode(db, process.id)
  const second = await aJoinCode(db, process.id, { capacity: 1 })
  const { here } = await comeIn(first.code)
  await comeIn(second.code)
  const again = await comeIn(second.code, { here, lang: 'fr' })
  expect(again.here.participant).toEqual(here.participant)
  expect(again.here).toMatchObject({ joinCodeId: second.id, lang: 'fr' })
})

it('comes back with the personal code on another device, also when the code has ended', async () => {
  const process = await aProcess(db)
  const code = await aJoinCode(db, process.id)
  const { here, cookie } = await comeIn(code.code)
  const personal = await makeReturnCode(db, here.participant.id)
  expect(personal).toMatch(/^[2-9A-HJ-NP-Z]{15}$/)
  await revokeJoinCode(db, code.id)
  const back = await returnByCode(db, ` ${personal.toLowerCase().slice(0, 5)}-${personal.slice(5)} `, { ip: '192.0.2.2', ...where })
  if (!back.ok) throw new Error(back.reason)
  const there = await readParticipant(db, back.cookie.split(';')[0], where)
  expect(there).toMatchObject({ participant: { id: here.participant.id }, ended: 'revoked', hasReturnCode: true })
  expect(await readParticipant(db, cookie, where)).toBeUndefined()
  const renewed = await makeReturnCode(db, here.participant.id)
  expect(await returnByCode(db, personal, { ip: '192.0.2.2', ...where })).toEqual({ ok: false, reason: 'wrong' })
  expect((await returnByCode(db, renewed, { ip: '192.0.2.2', ...where })).ok).toBe(true)
})

it('shows the name they choose, unless it gives them away or is taken', async () => {
  const process = await aProcess(db)
  const { code } = await aJoinCode(db, process.id)
  const { here, cookie } = await comeIn(code)
  const { here: other } = await comeIn(code)
  const change = (displayName: string) => changeOwnSettings(db, here, { displayName, lang: 'ur', credit: 'none' })
  expect(await change('  Zia   Rosa ')).toBe(true)
  expect(await readParticipant(db, cookie, where)).toMatchObject({ displayName: 'Zia Rosa', lang: 'ur', credit: 'none' })
  for (const name of ['rosa@example.org', '333 123 4567', 'x'.repeat(41), other.pseudonym]) expect(await change(name)).toBe(false)
  expect(await change('')).toBe(true)
  expect((await readParticipant(db, cookie, where))?.participant.name).toBe(here.pseudonym)
})

it('keeps nothing that leads from a pseudonym to a device: no address, no secret, no moment', async () => {
  const process = await aProcess(db)
  const { code } = await aJoinCode(db, process.id)
  const ip = '198.51.100.77'
  const joined = await come(code, { ip })
  if (!joined.ok) throw new Error(joined.reason)
  const secret = /cc_part=([^;]+)/.exec(joined.cookie)?.[1] ?? ''
  const personal = await makeReturnCode(db, joined.participantId)
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(db)
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db)
    const dump = rows.map(({ row }) => row).join('\n')
    for (const trace of [ip, secret, personal]) expect(dump.includes(trace), `${name} holds ${trace}`).toBe(false)
  }
  const row = await db.selectFrom('participant').selectAll().where('id', '=', joined.participantId).executeTakeFirstOrThrow()
  // A new column here is a new fact about somebody who was promised that there is none.
  expect(Object.keys(row).sort()).toEqual([
    'blocked_at',
    'colour',
    'credit',
    'display_name',
    'id',
    'join_code_id',
    'join_order',
    'joined_on',
    'lang',
    'left_on',
    'process_id',
    'pseudonym',
    'return_code_sha256',
    'secret_ends_on',
    'secret_sha256',
  ])
})
