import { expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { readActor, startSession } from '#app/people/session.server.ts'
import { aPerson, anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { acceptMembership, findMembershipInvitation } from './accept-membership.server.ts'
import { decideMembership } from './decide-membership.server.ts'
import { inviteMember } from './invite-member.server.ts'
import { listMemberships, listOpenRequests, listPeopleOf, ownMembership } from './organisation.queries.server.ts'
import { requestMembership } from './request-membership.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const frame = { lang: 'it', appUrl: 'http://localhost:3000' } as const
const here = { secure: false, userAgent: '' }
const tokenIn = (path: string): string => new URL(path, 'http://x').searchParams.get('token') ?? ''

/** The person as the next request would see them. */
const reread = async (person: Awaited<ReturnType<typeof aPerson>>) => {
  const { actor } = await readActor(db, (await startSession(db, person, here)).split(';')[0], here)
  if (actor.kind !== 'person') throw new Error('no session')
  return actor
}

it('takes a request that a contact approves', async () => {
  const body = await anOrganisation(db)
  const person = await aPerson(db)
  expect(await requestMembership(db, person, body.slug)).toEqual({ ok: true })
  expect(await requestMembership(db, person, body.slug)).toEqual({ ok: false, reason: 'already' })
  expect((await reread(person)).organisations).toEqual([])
  const [request] = await listOpenRequests(db, editor)
  const contact = { ...(await aPerson(db)), organisations: [{ id: body.id, role: 'contact' as const }] }
  const approval = { membershipId: request?.id ?? '', act: 'approve' as const }
  await expect(decideMembership(db, person, approval)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await decideMembership(db, contact, approval)).toEqual({ ok: true })
  expect(await decideMembership(db, contact, approval)).toEqual({ ok: false, reason: 'stale' })
  expect((await reread(person)).organisations).toEqual([{ id: body.id, role: 'member' }])
})

it('lets a refused person ask again', async () => {
  const body = await anOrganisation(db)
  const person = await aPerson(db)
  await requestMembership(db, person, body.slug)
  const membership = await ownMembership(db, person, body)
  await decideMembership(db, editor, { membershipId: membership?.id ?? '', act: 'refuse' })
  expect(await ownMembership(db, person, body)).toMatchObject({ state: 'refused' })
  expect(await requestMembership(db, person, body.slug)).toEqual({ ok: true })
  expect(await ownMembership(db, person, body)).toMatchObject({ state: 'requested' })
})

it('invites by mail, and whoever follows the link signed in belongs', async () => {
  const body = await anOrganisation(db)
  const person = await aPerson(db)
  const outcome = await inviteMember(db, editor, body.slug, { email: 'altro@comune.it', role: 'contact' }, frame)
  if (!outcome.ok) throw new Error(outcome.reason)
  const token = tokenIn(outcome.path)
  expect(JSON.stringify(await db.selectFrom('membership').selectAll().execute())).not.toContain(token)
  expect(await findMembershipInvitation(db, token)).toMatchObject({ slug: body.slug, role: 'contact' })
  expect(await acceptMembership(db, person, token)).toEqual({ ok: true, slug: body.slug })
  expect(await acceptMembership(db, await aPerson(db), token)).toEqual({ ok: false, reason: 'link' })
  expect((await reread(person)).organisations).toEqual([{ id: body.id, role: 'contact' }])
  const row = await db.selectFrom('membership').selectAll().where('person_id', '=', person.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ invited_email: null, token_hash: null })
})

it('turns an open request into the membership one was invited to', async () => {
  const body = await anOrganisation(db)
  const person = await aPerson(db)
  await requestMembership(db, person, body.slug)
  const outcome = await inviteMember(db, editor, body.slug, { email: person.email, role: 'member' }, frame)
  expect(outcome.ok && (await acceptMembership(db, person, tokenIn(outcome.path)))).toMatchObject({ ok: true })
  expect(await listMemberships(db, editor, body)).toMatchObject([{ person_id: person.id, state: 'active' }])
})

it('forgets the address of a withdrawn invitation', async () => {
  const body = await anOrganisation(db)
  await inviteMember(db, editor, body.slug, { email: 'ritirato@comune.it', role: 'member' }, frame)
  const [row] = await listMemberships(db, editor, body)
  await decideMembership(db, editor, { membershipId: row?.id ?? '', act: 'end' })
  expect(JSON.stringify(await db.selectFrom('membership').selectAll().execute())).not.toContain('ritirato@comune.it')
})

it('does not let a member invite, nor see addresses', async () => {
  const body = await anOrganisation(db)
  const member = { ...(await aPerson(db)), organisations: [{ id: body.id, role: 'member' as const }] }
  await expect(inviteMember(db, member, body.slug, { email: 'a@b.it', role: 'contact' }, frame)).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(listMemberships(db, member, body)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(requestMembership(db, visitor, body.slug)).rejects.toMatchObject({ code: 'sign-in-required' })
  await expect(requestMembership(db, member, 'non-esiste')).rejects.toMatchObject({ code: 'not-found' })
})

it('lists publicly only the people who agreed', async () => {
  const body = await anOrganisation(db)
  for (const [name, listed] of [
    ['Si Vede', true],
    ['Non Si Vede', false],
  ] as const) {
    const person = await aPerson(db, { name, listed })
    await requestMembership(db, person, body.slug)
    const membership = await ownMembership(db, person, body)
    await decideMembership(db, editor, { membershipId: membership?.id ?? '', act: 'approve' })
  }
  expect((await listPeopleOf(db, visitor, body)).map((person) => person.name)).toEqual(['Si Vede'])
  expect(await listPeopleOf(db, editor, body)).toHaveLength(2)
})

it('lets a person leave', async () => {
  const body = await anOrganisation(db)
  const person = await aPerson(db)
  await requestMembership(db, person, body.slug)
  const membership = await ownMembership(db, person, body)
  expect(await decideMembership(db, person, { membershipId: membership?.id ?? '', act: 'end' })).toEqual({ ok: true })
  expect(await ownMembership(db, person, body)).toMatchObject({ state: 'ended' })
})
