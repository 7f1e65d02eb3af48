import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Person } from '#app/shared/actor.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { confirmEmailChange, requestEmailChange } from './change-email.server.ts'
import { changePassword } from './change-password.server.ts'
import { closeAccount } from './close-account.server.ts'
import { confirmRegistration, findRegistration } from './confirm-registration.server.ts'
import { createPerson } from './create-person.server.ts'
import { readOwnData } from './own-data.queries.server.ts'
import { registerPerson } from './register-person.server.ts'
import { requestPasswordReset } from './request-password-reset.server.ts'
import { resetPassword } from './reset-password.server.ts'
import { readActor, startSession } from './session.server.ts'
import { signIn } from './sign-in.server.ts'
import { sweepExpired } from './sweep-expired.server.ts'

const { db } = await useTestDatabase()
const frame = { lang: 'it', appUrl: 'http://localhost:3000', ip: '192.0.2.1' } as const
const here = { secure: false, userAgent: '' }
const password = 'sotto il cavolo'
const tokenIn = (path: string | undefined): string => new URL(path ?? '', 'http://x').searchParams.get('token') ?? ''
const pathOf = (outcome: { ok: boolean; path?: string | undefined }) => outcome.path
const mailsTo = (email: string) => db.selectFrom('kept_mail').select(['subject', 'body_text']).where('recipient', '=', email).execute()

/** An account with a password and one open session. */
async function anAccount(email: string, role: Person['role'] = 'member') {
  const made = await createPerson(db, { email, name: 'Anna Prova', role, password })
  if (!made.ok) throw new Error('taken')
  const actor: Person = { kind: 'person', id: made.id, name: 'Anna Prova', email, role, organisations: [], programmes: [] }
  const cookie = (await startSession(db, actor, here)).split(';')[0]
  return { actor, cookie }
}

it('registers, confirms and signs in', async () => {
  const input = { name: 'Anna', email: 'nuova@comune.it', password }
  const outcome = await registerPerson(db, input, frame)
  expect(await signIn(db, input, frame)).toEqual({ ok: false, reason: 'wrong' })
  const token = tokenIn(pathOf(outcome))
  expect(await findRegistration(db, token)).toEqual({ name: 'Anna', email: input.email })
  const [mail] = await mailsTo(input.email)
  expect(mail?.body_text).toContain(`http://localhost:3000/it/registrati/conferma?token=${token}`)
  expect(await confirmRegistration(db, token)).toEqual({ ok: true, email: input.email })
  expect(await signIn(db, { ...input, email: ' NUOVA@comune.it ' }, frame)).toMatchObject({ ok: true, person: { role: 'member' } })
})

it('takes a confirmation link once', async () => {
  const token = tokenIn(pathOf(await registerPerson(db, { name: 'A', email: 'una@comune.it', password }, frame)))
  const both = await Promise.all([confirmRegistration(db, token), confirmRegistration(db, token)])
  expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true])
})

it('stores neither tokens nor passwords as they are', async () => {
  const token = tokenIn(pathOf(await registerPerson(db, { name: 'A', email: 'hash@comune.it', password }, frame)))
  const stored = JSON.stringify(await db.selectFrom('person_token').selectAll().execute())
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(password)
  expect(stored).toContain('$argon2id$')
})

it('answers alike for a taken address and tells its owner', async () => {
  await anAccount('presa@comune.it')
  const outcome = await registerPerson(db, { name: 'Altra', email: 'presa@comune.it', password: 'un altro segreto' }, frame)
  expect(outcome).toMatchObject({ ok: true, path: '/it/password' })
  expect(await mailsTo('presa@comune.it')).toMatchObject([{ subject: 'Hai già un account su Casa Comune' }])
  expect(await signIn(db, { email: 'presa@comune.it', password: 'un altro segreto' }, frame)).toMatchObject({ ok: false })
})

it('lets the first of two registrations for one address win, without an error', async () => {
  const input = { name: 'A', email: 'due@comune.it', password }
  const tokens = [await registerPerson(db, input, frame), await registerPerson(db, input, frame)].map((outcome) => tokenIn(pathOf(outcome)))
  expect((await confirmRegistration(db, tokens[0] ?? '')).ok).toBe(true)
  expect(await confirmRegistration(db, tokens[1] ?? '')).toEqual({ ok: false, reason: 'link' })
})

it('refuses a link that is too old, and sweeps it', async () => {
  const token = tokenIn(pathOf(await registerPerson(db, { name: 'A', email: 'tardi@comune.it', password }, frame)))
  await db
    .updateTable('person_token')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('used_at', 'is', null)
    .execute()
  expect(await confirmRegistration(db, token)).toEqual({ ok: false, reason: 'link' })
  expect((await sweepExpired(db)).tokens).toBeGreaterThan(0)
  expect(await db.selectFrom('person_token').select('token_hash').where('expires_at', '<', new Date()).execute()).toEqual([])
})

it('refuses wrong passwords, stops after five, and lets the owner in from elsewhere', async () => {
  await anAccount('bersaglio@comune.it')
  const guess = { email: 'bersaglio@comune.it', password: 'non è questa' }
  for (let n = 0; n < 5; n += 1) expect(await signIn(db, guess, { ip: '203.0.113.9' })).toEqual({ ok: false, reason: 'wrong' })
  expect(await signIn(db, { ...guess, password }, { ip: '203.0.113.9' })).toMatchObject({ ok: false, reason: 'too-many' })
  expect(await signIn(db, { ...guess, password }, { ip: '198.51.100.4' })).toMatchObject({ ok: true })
})

it('takes about as long to refuse an unknown address as a wrong password', async () => {
  await anAccount('tempo@comune.it')
  const time = async (email: string) => {
    const started = performance.now()
    await signIn(db, { email, password: 'non è questa' }, { ip: '203.0.113.77' })
    return performance.now() - started
  }
  await time('riscaldamento@comune.it')
  const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[1] ?? 0
  const known = median([await time('tempo@comune.it'), await time('tempo@comune.it'), await time('tempo@comune.it')])
  const unknown = median([await time('nessuno@comune.it'), await time('nessuno@comune.it'), await time('nessuno@comune.it')])
  expect(unknown / known).toBeGreaterThan(0.2)
  expect(unknown / known).toBeLessThan(5)
})

it('tells a suspended person so, but only with the right password', async () => {
  const { actor } = await anAccount('sospesa@comune.it')
  await db.updateTable('person').set({ suspended_at: new Date() }).where('id', '=', actor.id).execute()
  expect(await signIn(db, { email: actor.email, password }, frame)).toEqual({ ok: false, reason: 'suspended' })
  expect(await signIn(db, { email: actor.email, password: 'x' }, frame)).toEqual({ ok: false, reason: 'wrong' })
})

it('resets a password and ends every session', async () => {
  const { actor, cookie } = await anAccount('smemorata@comune.it')
  const token = tokenIn(pathOf(await requestPasswordReset(db, actor.email, frame)))
  expect(await resetPassword(db, { token, password: 'una frase nuova' })).toEqual({ ok: true })
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  expect(await signIn(db, { email: actor.email, password }, frame)).toMatchObject({ ok: false })
  expect(await signIn(db, { email: actor.email, password: 'una frase nuova' }, frame)).toMatchObject({ ok: true })
  expect(await resetPassword(db, { token, password: 'ancora un’altra' })).toEqual({ ok: false, reason: 'link' })
})

it('answers alike when an unknown address forgot its password, and writes no mail', async () => {
  expect(await requestPasswordReset(db, 'mai.vista@comune.it', frame)).toEqual({ ok: true, path: undefined })
  expect(await mailsTo('mai.vista@comune.it')).toEqual([])
})

it('lets only the latest reset link work, and no strangers flood an address', async () => {
  const { actor } = await anAccount('tanti@comune.it')
  const first = tokenIn(pathOf(await requestPasswordReset(db, actor.email, frame)))
  const second = tokenIn(pathOf(await requestPasswordReset(db, actor.email, frame)))
  expect(await resetPassword(db, { token: first, password: 'una frase nuova' })).toMatchObject({ ok: false })
  for (let n = 0; n < 5; n += 1) await requestPasswordReset(db, actor.email, frame)
  expect(await mailsTo(actor.email)).toHaveLength(5)
  expect(await resetPassword(db, { token: second, password: 'una frase nuova' })).toMatchObject({ ok: false })
}, 60_000)

it('changes a password, keeps this session and ends the others', async () => {
  const { actor, cookie } = await anAccount('cambia@comune.it')
  const other = (await startSession(db, actor, here)).split(';')[0]
  const { sessionHash } = await readActor(db, cookie, here)
  const change = { current: password, password: 'una frase nuova' }
  expect(await changePassword(db, actor, { ...change, current: 'sbagliata' }, { sessionHash })).toEqual({
    ok: false,
    reason: 'password-wrong',
  })
  expect(await changePassword(db, actor, change, { sessionHash })).toEqual({ ok: true })
  expect((await readActor(db, cookie, here)).actor.kind).toBe('person')
  expect((await readActor(db, other, here)).actor.kind).toBe('visitor')
})

it('changes the address once the new one is confirmed, and tells the old one', async () => {
  const { actor } = await anAccount('vecchia@comune.it')
  const outcome = await requestEmailChange(db, actor, { current: password, email: 'recente@comune.it' }, frame)
  expect(await signIn(db, { email: 'vecchia@comune.it', password }, frame)).toMatchObject({ ok: true })
  expect(await confirmEmailChange(db, tokenIn(pathOf(outcome)), frame)).toEqual({ ok: true })
  expect(await signIn(db, { email: 'recente@comune.it', password }, frame)).toMatchObject({ ok: true })
  expect(await signIn(db, { email: 'vecchia@comune.it', password }, frame)).toMatchObject({ ok: false })
  expect(await mailsTo('vecchia@comune.it')).toMatchObject([{ subject: 'Il tuo indirizzo è cambiato' }])
})

it('does not tell that the wanted address is taken', async () => {
  const { actor } = await anAccount('curiosa@comune.it')
  await anAccount('altrui@comune.it')
  expect(await requestEmailChange(db, actor, { current: password, email: 'altrui@comune.it' }, frame)).toEqual({
    ok: true,
    path: undefined,
  })
})

it('closes an account and leaves no personal data behind', async () => {
  const { actor, cookie } = await anAccount('addio@comune.it')
  await requestPasswordReset(db, actor.email, frame)
  expect(await closeAccount(db, actor, { current: 'sbagliata' })).toMatchObject({ ok: false, reason: 'password-wrong' })
  expect(await closeAccount(db, actor, { current: password })).toEqual({ ok: true })
  expect((await readActor(db, cookie, here)).actor.kind).toBe('visitor')
  expect(await signIn(db, { email: actor.email, password }, frame)).toEqual({ ok: false, reason: 'wrong' })
  for (const table of ['person', 'session', 'person_token', 'kept_mail', 'membership', 'audit_entry'] as const) {
    const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute())
    expect(rows, table).not.toContain('addio@comune.it')
  }
  const row = await db.selectFrom('person').selectAll().where('id', '=', actor.id).executeTakeFirstOrThrow()
  const jobs = await sql<{ payload: object }>`select payload from graphile_worker._private_jobs`.execute(db)
  expect(jobs.rows).toContainEqual({ payload: { personId: actor.id } })
  expect(row).toMatchObject({ name: 'Account chiuso', password_hash: null, bio: '', listed: false })
})

it('does not close the only administrator’s account', async () => {
  const { actor } = await anAccount('capo@comune.it', 'admin')
  expect(await closeAccount(db, actor, { current: password })).toEqual({ ok: false, reason: 'last-admin' })
  await aPerson(db, { role: 'admin' })
  expect(await closeAccount(db, actor, { current: password })).toEqual({ ok: true })
})

it('exports a person’s own data without secrets', async () => {
  const { actor } = await anAccount('dati@comune.it')
  const text = JSON.stringify(await readOwnData(db, actor.id))
  expect(text).toContain('dati@comune.it')
  expect(text).not.toMatch(/argon2|[0-9a-f]{64}/)
})
