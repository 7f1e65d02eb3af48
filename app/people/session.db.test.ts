import pg from 'pg'
import { expect, it, vi } from 'vitest'
import { newId } from '#db/new-id.ts'
import { aDocument, anOrganisation, aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { revokeSession } from './revoke-session.server.ts'
import { endSession, readActor, startSession, touchSession } from './session.server.ts'
import { listSessions } from './sessions.queries.server.ts'

const { db, url } = await useTestDatabase()
const here = { secure: false, userAgent: 'Firefox/140.0 (Linux)' }
const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? ''
const signedIn = async (overrides = {}) => {
  const person = await aPerson(db, overrides)
  const setCookie = await startSession(db, person, here)
  return { person, setCookie, cookie: cookieOf(setCookie) }
}
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)

it('keeps only a hash of the session id', async () => {
  const { cookie, person } = await signedIn()
  const id = cookie.split('=')[1] ?? ''
  expect(id.length * 5).toBeGreaterThanOrEqual(160)
  const rows = await db.selectFrom('session').selectAll().where('user_id', '=', person.id).execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(id)
  expect((await readActor(db, cookie, here)).sessionHash).toBe(rows[0]?.id)
})

it('does not open with the hash that the database holds', async () => {
  const { cookie } = await signedIn()
  const { sessionHash } = await readActor(db, cookie, here)
  expect((await readActor(db, `cc_sid=${sessionHash}`, here)).actor.kind).toBe('visitor')
})

it('guards the cookie on https and drops the prefix on plain-http loopback', async () => {
  const person = await aPerson(db)
  expect(await startSession(db, person, { ...here, secure: true })).toMatch(
    /^__Host-cc_sid=.*(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?=.*Path=\/)/,
  )
  const plain = await startSession(db, person, here)
  expect(plain).toMatch(/^cc_sid=.*HttpOnly/)
  expect(plain).not.toContain('Secure')
  expect((await readActor(db, cookieOf(plain), { secure: true })).actor.kind).toBe('visitor')
})

it('reads role, memberships and current enrolments of whoever asks', async () => {
  const { person, cookie } = await signedIn({ role: 'facilitator' })
  const body = await anOrganisation(db)
  const left = await anOrganisation(db)
  const membership = { person_id: person.id, role: 'contact' }
  await db
    .insertInto('membership')
    .values([
      { ...membership, id: newId(), organisation_id: body.id, state: 'active' },
      { ...membership, id: newId(), organisation_id: left.id, state: 'ended' },
    ])
    .execute()
  const programmes = { over: newId(), open: newId() }
  for (const [name, id] of Object.entries(programmes)) {
    const { id: document_id } = await aDocument(db, { kind: 'programme' })
    const ends_on = name === 'over' ? '2023-06-08' : '2999-01-01'
    await db.insertInto('programme').values({ id, slug: id, document_id, title_it: 'Corso', starts_on: '2023-05-04', ends_on }).execute()
    await db.insertInto('enrolment').values({ programme_id: id, person_id: person.id }).execute()
  }
  expect((await readActor(db, `theme=x; ${cookie}; other=1`, here)).actor).toEqual({
    ...person,
    organisations: [{ id: body.id, role: 'contact' }],
    programmes: [programmes.open],
  })
})

it.each(['suspended_at', 'closed_at'])('takes an account with %s for a visitor', async (column) => {
  const { person, cookie } = await signedIn()
  await db
    .updateTable('person')
    .set({ [column]: new Date() })
    .where('id', '=', person.id)
    .execute()
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
})

it.each([undefined, '', 'cc_sid=', 'cc_sid=nonsense', `cc_sid=${'a'.repeat(5_000)}`, '=;;='])(
  'takes the cookie %s for a visitor',
  async (cookie) => {
    expect(await readActor(db, cookie, here)).toEqual({ actor: { kind: 'visitor' }, sessionHash: undefined })
  },
)

it('ends an editor’s session after 8 idle hours and a member’s after 30 days', async () => {
  for (const [role, hours] of [
    ['editor', 8],
    ['admin', 8],
    ['member', 720],
    ['facilitator', 720],
  ] as const) {
    const { person } = await signedIn({ role })
    const { expires_at } = await db.selectFrom('session').select('expires_at').where('user_id', '=', person.id).executeTakeFirstOrThrow()
    expect((expires_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(hours, 1)
  }
  const { person, cookie } = await signedIn({ role: 'editor' })
  await db
    .updateTable('session')
    .set({ expires_at: ago(0.01) })
    .where('user_id', '=', person.id)
    .execute()
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  expect(await listSessions(db, person.id)).toEqual([])
})

it('counts idle time from the last request, and writes that at most every five minutes', async () => {
  const { person, cookie } = await signedIn({ role: 'editor' })
  const mine = db.selectFrom('session').select(['last_seen_at', 'expires_at']).where('user_id', '=', person.id)
  const before = await mine.executeTakeFirstOrThrow()
  expect((await readActor(db, cookie, here)).refreshCookie).toBeUndefined()
  expect(await mine.executeTakeFirstOrThrow()).toEqual(before)
  await db
    .updateTable('session')
    .set({ last_seen_at: ago(3), expires_at: ago(-5) })
    .where('user_id', '=', person.id)
    .execute()
  expect((await readActor(db, cookie, here)).refreshCookie).toContain(cookie)
  const after = await mine.executeTakeFirstOrThrow()
  expect((after.expires_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(8, 1)
})

it('keeps a session alive for an open socket', async () => {
  const { person, cookie } = await signedIn({ role: 'editor' })
  const { sessionHash = '' } = await readActor(db, cookie, here)
  await db
    .updateTable('session')
    .set({ expires_at: ago(-0.1) })
    .where('id', '=', sessionHash)
    .execute()
  await touchSession(db, sessionHash, person.role)
  const { expires_at } = await db.selectFrom('session').select('expires_at').where('id', '=', sessionHash).executeTakeFirstOrThrow()
  expect((expires_at.getTime() - Date.now()) / 3_600_000).toBeCloseTo(8, 1)
})

it('takes a new id at sign-in and ends the one the browser had', async () => {
  const { person, cookie } = await signedIn()
  const { sessionHash } = await readActor(db, cookie, here)
  const next = cookieOf(await startSession(db, person, { ...here, replaces: sessionHash }))
  expect(next).not.toBe(cookie)
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  expect((await readActor(db, next, here)).actor).toMatchObject({ id: person.id })
})

it('ends the session and clears the cookie', async () => {
  const { cookie } = await signedIn()
  const { sessionHash } = await readActor(db, cookie, here)
  expect(await endSession(db, sessionHash, here)).toMatch(/^cc_sid=;.*Max-Age=0/)
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
})

it('lists and revokes a person’s own sessions, not another’s, and tells the live server', async () => {
  const { person, cookie } = await signedIn()
  const other = await signedIn()
  const [session] = await listSessions(db, person.id)
  expect(session).toMatchObject({ userAgent: here.userAgent })
  const listener = new pg.Client(url)
  await listener.connect()
  const heard = vi.fn()
  listener.on('notification', (message) => heard(message.channel, message.payload))
  await listener.query('listen access_changed')
  await revokeSession(db, other.person, session?.hash ?? '')
  expect((await readActor(db, cookie, here)).actor.kind).toBe('person')
  await revokeSession(db, person, session?.hash ?? '')
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['access_changed', person.id]]))
  await listener.end()
  const acts = await db.selectFrom('audit_entry').select('action').where('subject', '=', `person:${person.id}`).execute()
  expect(acts).toEqual([{ action: 'person.session-revoked' }])
})
