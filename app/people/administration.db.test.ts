import { promises as fs } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { changeRole } from './change-role.server.ts'
import { createDemoAccounts } from './create-demo-accounts.server.ts'
import { findInvitation, listInvitations } from './invitation.queries.server.ts'
import { invitePerson, withdrawInvitation } from './invite-person.server.ts'
import { findKeptMail, listKeptMail } from './kept-mail.queries.server.ts'
import { findAccount, listPeople } from './person.queries.server.ts'
import { restorePerson } from './restore-person.server.ts'
import { readActor, startSession } from './session.server.ts'
import { signIn } from './sign-in.server.ts'
import { suspendPerson } from './suspend-person.server.ts'

const { db } = await useTestDatabase()
const admin = await aPerson(db, { role: 'admin', name: 'Ada' })
const frame = { lang: 'it', appUrl: 'http://localhost:3000' } as const
const here = { secure: false, userAgent: '' }
const tokenIn = (path: string): string => new URL(path, 'http://x').searchParams.get('token') ?? ''
const everyone = { q: '', role: undefined, state: undefined, page: 1 }

it('changes a role, ends the person’s sessions and writes who did it', async () => {
  const person = await aPerson(db)
  const cookie = (await startSession(db, person, here)).split(';')[0]
  expect(await changeRole(db, admin, { personId: person.id, role: 'editor' })).toEqual({ ok: true })
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  const { person: account, acts } = await findAccount(db, admin, person.id)
  expect(account.role).toBe('editor')
  expect(acts).toMatchObject([{ action: 'person.role-changed', actor: 'Ada' }])
})

it('suspends and restores', async () => {
  const person = await aPerson(db)
  const cookie = (await startSession(db, person, here)).split(';')[0]
  await suspendPerson(db, admin, person.id)
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  await restorePerson(db, admin, person.id)
  expect((await findAccount(db, admin, person.id)).person.state).toBe('active')
})

it.each(['member', 'facilitator', 'editor'] as const)('refuses everything here to a %s', async (role) => {
  const actor = await aPerson(db, { role })
  const person = await aPerson(db)
  const forbidden = { code: 'forbidden' }
  await expect(changeRole(db, actor, { personId: person.id, role: 'admin' })).rejects.toMatchObject(forbidden)
  await expect(suspendPerson(db, actor, person.id)).rejects.toMatchObject(forbidden)
  await expect(restorePerson(db, actor, person.id)).rejects.toMatchObject(forbidden)
  await expect(invitePerson(db, actor, { email: 'a@b.it', role: 'admin' }, frame)).rejects.toMatchObject(forbidden)
  await expect(listPeople(db, actor, everyone)).rejects.toMatchObject(forbidden)
  await expect(findAccount(db, visitor, person.id)).rejects.toMatchObject(forbidden)
  await expect(listKeptMail(db, actor, 1)).rejects.toMatchObject(forbidden)
  await expect(listInvitations(db, actor)).rejects.toMatchObject(forbidden)
})

it('does not let two administrators remove each other at the same moment', async () => {
  const other = await aPerson(db, { role: 'admin' })
  const outcomes = await Promise.allSettled([
    changeRole(db, admin, { personId: other.id, role: 'member' }),
    changeRole(db, other, { personId: admin.id, role: 'member' }),
  ])
  const admins = await db.selectFrom('person').select('id').where('role', '=', 'admin').execute()
  expect(admins.length, JSON.stringify(outcomes)).toBeGreaterThanOrEqual(1)
  await db.updateTable('person').set({ role: 'admin' }).where('id', '=', admin.id).execute()
})

it('finds people by part of the name without accents, and by address', async () => {
  const niccolo = await aPerson(db, { name: 'Niccolò Però', email: 'niccolo@comune.prato.it' })
  expect((await listPeople(db, admin, { ...everyone, q: 'niccolo pero' })).people.map((row) => row.id)).toEqual([niccolo.id])
  expect((await listPeople(db, admin, { ...everyone, q: 'comune.prato' })).total).toBe(1)
  expect((await listPeople(db, admin, { ...everyone, q: '%' })).total).toBe(0)
})

it('invites with a role, once, and signs the new person up', async () => {
  const outcome = await invitePerson(db, admin, { email: 'invitata@comune.it', role: 'editor' }, frame)
  if (!outcome.ok) throw new Error(outcome.reason)
  const token = tokenIn(outcome.path)
  expect(await findInvitation(db, token)).toEqual({ email: 'invitata@comune.it', role: 'editor', by: 'Ada' })
  const input = { token, name: 'Eva', password: 'sotto il cavolo' }
  expect(await acceptInvitation(db, input, { lang: 'it' })).toMatchObject({ ok: true, person: { role: 'editor' } })
  expect(await acceptInvitation(db, input, { lang: 'it' })).toEqual({ ok: false, reason: 'link' })
  expect(await signIn(db, { email: 'invitata@comune.it', password: input.password }, { ip: '192.0.2.1' })).toMatchObject({ ok: true })
  expect(await invitePerson(db, admin, { email: 'invitata@comune.it', role: 'member' }, frame)).toEqual({ ok: false, reason: 'taken' })
})

it('replaces an invitation and withdraws it', async () => {
  const invite = () => invitePerson(db, admin, { email: 'forse@comune.it', role: 'member' }, frame)
  const [first, second] = [await invite(), await invite()]
  expect(first.ok && (await findInvitation(db, tokenIn(first.path)))).toBeUndefined()
  const [open] = await listInvitations(db, admin)
  expect(open).toMatchObject({ email: 'forse@comune.it', role: 'member' })
  await withdrawInvitation(db, admin, open?.hash ?? '')
  expect(second.ok && (await findInvitation(db, tokenIn(second.path)))).toBeUndefined()
})

it('shows the administrator the kept mail', async () => {
  const { mails } = await listKeptMail(db, admin, 1)
  expect((await findKeptMail(db, admin, mails[0]?.id ?? '')).body_text).toContain('http://localhost:3000/it/registrati/invito?token=')
})

it('makes the demonstration accounts once, readable by the owner only', async () => {
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'casa-demo-'))
  const file = path.join(dataDir, 'demo-accounts.json')
  const accounts = await createDemoAccounts(db, { dataDir })
  expect(accounts.map((account) => account.email)).toEqual([
    'admin@example.org',
    'editor@example.org',
    'facilitator@example.org',
    'member@example.org',
  ])
  expect((await fs.stat(file)).mode & 0o777).toBe(0o600)
  expect(await createDemoAccounts(db, { dataDir })).toEqual(accounts)
  expect(JSON.parse(await fs.readFile(file, 'utf8'))).toEqual(accounts)
  for (const { email, password, role } of accounts)
    expect(await signIn(db, { email, password }, { ip: '192.0.2.1' })).toMatchObject({ ok: true, person: { role } })
  await fs.rm(dataDir, { recursive: true })
})
