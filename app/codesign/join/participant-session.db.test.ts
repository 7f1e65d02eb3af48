import { expect, it } from 'vitest'
import { aJoinCode, aMeeting, aParticipant, aProcess } from '#tests/support/codesign.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { endParticipantSession, readParticipant, startParticipantSession } from './participant-session.server.ts'
import { revokeJoinCode } from './revoke-join-code.server.ts'

const { db } = await useTestDatabase()
const here = { secure: false }

it('knows a participant by the cookie, and nobody by another', async () => {
  const process = await aProcess(db)
  const { id: joinCodeId } = await aJoinCode(db, process.id)
  const { id, cookie } = await aParticipant(db, process.id, { join_code_id: joinCodeId, display_name: 'Zia Rosa', lang: 'ur' })
  const found = await readParticipant(db, `cc_sid=x; ${cookie}; other=1`, here)
  expect(found?.participant).toEqual({ kind: 'participant', id, name: 'Zia Rosa', processId: process.id, tableId: undefined })
  expect(found).toMatchObject({ lang: 'ur', ended: undefined })
  expect(found?.refreshCookie).toBeUndefined()
  expect(await readParticipant(db, `cc_part=${'a'.repeat(32)}`, here)).toBeUndefined()
  expect(await readParticipant(db, 'cc_part=', here)).toBeUndefined()
  expect(await readParticipant(db, null, here)).toBeUndefined()
  expect(await readParticipant(db, cookie, { secure: true })).toBeUndefined()
})

it('keeps only the hash of 192 random bits, in a cookie scripts cannot read', async () => {
  const process = await aProcess(db)
  const { id } = await aParticipant(db, process.id)
  const set = await startParticipantSession(db, id, { secure: true })
  const secret = /^__Host-cc_part=([\w-]{32}); Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/.exec(set)?.[1]
  expect(secret).toBeDefined()
  const row = await db.selectFrom('participant').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(row.secret_sha256).toMatch(/^[0-9a-f]{64}$/)
})

it('renews the cookie once a day and forgets it after thirty days away', async () => {
  const process = await aProcess(db)
  const { id, cookie } = await aParticipant(db, process.id)
  const endsIn = (days: number) =>
    db
      .updateTable('participant')
      .set({ secret_ends_on: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) })
      .where('id', '=', id)
      .execute()
  await endsIn(12)
  expect((await readParticipant(db, cookie, here))?.refreshCookie).toContain('Max-Age=2592000')
  expect((await readParticipant(db, cookie, here))?.refreshCookie).toBeUndefined()
  await endsIn(-2)
  expect(await readParticipant(db, cookie, here)).toBeUndefined()
})

it('says why somebody may write no more, and still lets them read', async () => {
  const process = await aProcess(db)
  const meeting = await aMeeting(db, process.id)
  const code = await aJoinCode(db, process.id, { meetingId: meeting.id })
  const { id, cookie } = await aParticipant(db, process.id, { join_code_id: code.id })
  const ended = async () => (await readParticipant(db, cookie, here))?.ended
  expect(await ended()).toBeUndefined()
  expect(await revokeJoinCode(db, code.id)).toBe(1)
  expect(await ended()).toBe('revoked')
  await db.updateTable('meeting').set({ closed_at: new Date() }).where('id', '=', meeting.id).execute()
  expect(await ended()).toBe('meeting-closed')
  await db.updateTable('process').set({ state: 'closed' }).where('id', '=', process.id).execute()
  expect(await ended()).toBe('process-closed')
  await db.updateTable('participant').set({ blocked_at: new Date() }).where('id', '=', id).execute()
  expect(await ended()).toBe('blocked')
  expect((await readParticipant(db, cookie, here))?.participant.id).toBe(id)
})

it('opens one device at a time', async () => {
  const process = await aProcess(db)
  const { id, cookie } = await aParticipant(db, process.id)
  const other = (await startParticipantSession(db, id, here)).split(';')[0]
  expect(await readParticipant(db, cookie, here)).toBeUndefined()
  expect((await readParticipant(db, other, here))?.participant.id).toBe(id)
  expect(await endParticipantSession(db, id, here)).toContain('cc_part=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
  expect(await readParticipant(db, other, here)).toBeUndefined()
})
