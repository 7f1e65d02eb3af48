import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/shared/actor.ts'
import { anOrganisation, aPerson } from '#tests/support/factories.ts'
import { aPracticeInput, aStep } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createPractice } from '../create-practice.server.ts'
import { findPracticeById, listStepsUnchecked } from '../practice.queries.server.ts'
import { publishPractice } from '../publish-practice.server.ts'
import { confirmProposal, findToConfirm } from './confirm-proposal.server.ts'
import { acceptProposal, declineProposal } from './decide-proposal.server.ts'
import { finishOwnProposal } from './finish-own-proposal.server.ts'
import { mailResumeLink } from './mail-resume-link.server.ts'
import { findOwnProposal, findProposal, listProposals } from './proposal.queries.server.ts'
import { saveProposal } from './save-proposal.server.ts'
import { sendProposal } from './send-proposal.server.ts'
import { similarTitles } from './similar-titles.queries.server.ts'
import { sweepProposals } from './sweep-proposals.server.ts'
import { withdrawProposal } from './withdraw-proposal.server.ts'

const { db } = await useTestDatabase()
const appUrl = 'https://casa.example'
const visitor = { kind: 'visitor' } as const
let editor: Person
beforeAll(async () => {
  editor = await aPerson(db, { role: 'editor' })
})

let n = 0
const ip = () => `192.0.2.${(n += 1)}`
const words = {
  title: 'Portineria di comunità',
  summary: 'Un punto di quartiere con custode sociale.',
  place: 'Firenze',
  body: 'Cooperativa di prova',
  how: 'Un custode apre la portineria ogni mattina.',
}

async function begun(fields: object = {}): Promise<string> {
  const saved = await saveProposal(
    db,
    { actor: visitor, code: undefined },
    { ...words, email: `mittente-${(n += 1)}@example.org`, ...fields },
    { lang: 'it', ip: ip() },
  )
  if (!saved.ok || !saved.code) throw new Error('not begun')
  // As if it had been begun a minute ago: a person needs longer than a test.
  await sql`update practice_proposal set started_at = now() - interval '1 minute' where state = 'draft'`.execute(db)
  return saved.code
}
const mailsTo = (email: string) =>
  db.selectFrom('kept_mail').select(['subject', 'body_text']).where('recipient', '=', email).orderBy('created_at').execute()

/** A proposal an editor can see; with its address and id. */
async function received(fields: object = {}) {
  const code = await begun(fields)
  const writer = { actor: visitor, code }
  const sent = await sendProposal(db, writer, { ip: ip(), appUrl })
  if (!sent.ok) throw new Error(sent.reason)
  const key = new URL(sent.path, appUrl).searchParams.get('chiave') ?? ''
  expect(await confirmProposal(db, key, appUrl)).toEqual({ ok: true })
  const proposal = await findOwnProposal(db, writer)
  if (!proposal?.email) throw new Error('lost')
  return { code, writer, key, id: proposal.id, email: proposal.email }
}

describe('what is typed', () => {
  it('is kept step by step and found again by its code alone, whatever the spelling', async () => {
    const first = await saveProposal(db, { actor: visitor, code: undefined }, { title: 'Solo il titolo' }, { lang: 'ar', ip: ip() })
    if (!first.ok || !first.code) throw new Error('not begun')
    const writer = { actor: visitor, code: first.code.toLowerCase() }
    await saveProposal(db, writer, { place: 'Prato' }, { lang: 'ar', ip: ip() })
    expect((await findOwnProposal(db, writer))?.fields).toMatchObject({ title: 'Solo il titolo', place: 'Prato' })
    expect(await findOwnProposal(db, { actor: visitor, code: 'AAAA-AAAA-AAAA-AAAA' })).toBeUndefined()
    const { rows } = await sql<{ kept: string }>`select p::text as kept from practice_proposal p`.execute(db)
    expect(rows.some((row) => row.kept.includes(first.code ?? ''))).toBe(false)
  })

  it('of a signed-in person is theirs, without a code; what they began before signing in comes along', async () => {
    const person = await aPerson(db)
    const code = await begun({ title: 'Cominciata prima' })
    expect(await saveProposal(db, { actor: person, code }, { place: 'Siena' }, { lang: 'it', ip: ip() })).not.toHaveProperty('code')
    expect((await findOwnProposal(db, { actor: person, code: undefined }))?.fields).toMatchObject({
      title: 'Cominciata prima',
      place: 'Siena',
    })
    const made = await finishOwnProposal(db, person, undefined)
    if (!made.ok) throw new Error(made.reason)
    const sheet = await findPracticeById(db, person, made.practiceId)
    expect(sheet).toMatchObject({ state: 'draft', title_it: 'Cominciata prima', author_id: person.id })
    expect(sheet?.territories.map((place) => place.id)).toEqual(['comune:052032'])
    expect(await findOwnProposal(db, { actor: person, code })).toBeUndefined()
  })

  it('begins at most 60 times an hour from one network', async () => {
    const address = '198.51.100.20'
    const begin = () => saveProposal(db, { actor: visitor, code: undefined }, { title: 'Robot' }, { lang: 'it', ip: address })
    for (let times = 0; times < 60; times += 1) await begin()
    expect(await begin()).toMatchObject({ ok: false, reason: 'too-many' })
  })
})

describe('sending', () => {
  it('is refused while something is missing, or faster than a person writes', async () => {
    const code = await begun({ how: '' })
    expect(await sendProposal(db, { actor: visitor, code }, { ip: ip(), appUrl })).toEqual({
      ok: false,
      reason: 'missing',
      fields: ['how'],
    })
    const quick = await saveProposal(
      db,
      { actor: visitor, code: undefined },
      { ...words, email: 'presto@example.org' },
      { lang: 'it', ip: ip() },
    )
    if (!quick.ok) throw new Error('not begun')
    expect(await sendProposal(db, { actor: visitor, code: quick.code }, { ip: ip(), appUrl })).toEqual({ ok: false, reason: 'too-fast' })
    expect(await mailsTo('presto@example.org')).toEqual([])
  })

  it('no editor sees it before the address is confirmed, and the link works once', async () => {
    const code = await begun({ title: 'Da confermare' })
    const sent = await sendProposal(db, { actor: visitor, code }, { ip: ip(), appUrl })
    if (!sent.ok) throw new Error(sent.reason)
    const own = await findOwnProposal(db, { actor: visitor, code })
    const titles = async () => (await listProposals(db, editor)).map((one) => one.fields.title)
    expect(await titles()).not.toContain('Da confermare')
    await expect(findProposal(db, editor, own?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
    await expect(acceptProposal(db, editor, own?.id ?? '', appUrl)).rejects.toMatchObject({ code: 'not-found' })
    const key = new URL(sent.path, appUrl).searchParams.get('chiave') ?? ''
    expect(await findToConfirm(db, key)).toEqual({ title: 'Da confermare' })
    expect(await confirmProposal(db, key, appUrl)).toEqual({ ok: true })
    expect(await confirmProposal(db, key, appUrl)).toEqual({ ok: false, reason: 'link' })
    expect(await titles()).toContain('Da confermare')
    expect((await mailsTo(own?.fields.email ?? '')).map((mail) => mail.subject)).toEqual([
      'Conferma la tua proposta: Da confermare',
      'Proposta ricevuta: Da confermare',
    ])
  })

  it('what was sent is no longer changed from the form', async () => {
    const { writer } = await received()
    expect(await saveProposal(db, writer, { title: 'Altro' }, { lang: 'it', ip: ip() })).toEqual({ ok: false, reason: 'sent' })
  })

  it('the link to resume goes to the address given, which is not kept', async () => {
    const code = await begun()
    const asked = { code, email: ' altrove@example.org ', lang: 'it' as const, ip: ip(), appUrl }
    expect(await mailResumeLink(db, asked)).toMatchObject({ ok: true })
    expect((await mailsTo('altrove@example.org'))[0]?.body_text).toContain(`${appUrl}/it/buone-pratiche/proponi/riprendi?codice=${code}`)
    expect((await findOwnProposal(db, { actor: visitor, code }))?.email).toBeNull()
    expect(await mailResumeLink(db, { ...asked, email: 'no\nway' })).toEqual({ ok: false, reason: 'email' })
    expect(await mailResumeLink(db, { ...asked, code: 'ABCD' })).toEqual({ ok: false, reason: 'unknown' })
  })
})

describe('the editors’ queue', () => {
  it('one action makes a draft sheet with everything that was written, and the sender hears of every step', async () => {
    const body = await anOrganisation(db, { name: 'Cooperativa Orizzonte di prova' })
    const { id, email } = await received({
      title: 'Casa del custode',
      body: 'cooperativa orizzonte di prova',
      themes: ['theme:housing', 'theme:gone'],
      kinds: ['kind:cohousing'],
      source_url: 'https://example.org/custode',
    })
    const made = await acceptProposal(db, editor, id, appUrl)
    if (!made.ok) throw new Error(made.reason)
    const sheet = await findPracticeById(db, editor, made.practiceId)
    expect(sheet).toMatchObject({ state: 'draft', title_it: 'Casa del custode', contact: '', place: '' })
    expect(sheet?.organisations.map((one) => one.id)).toEqual([body.id])
    expect(sheet?.terms.map((term) => term.id)).toEqual(['theme:housing', 'kind:cohousing'])
    expect(sheet?.sources.map((source) => source.url)).toEqual(['https://example.org/custode'])
    expect(await acceptProposal(db, editor, id, appUrl)).toEqual({ ok: false, reason: 'decided' })
    await publishPractice(db, editor, made.practiceId, aStep())
    expect((await mailsTo(email)).map((mail) => mail.subject)).toEqual([
      'Conferma la tua proposta: Casa del custode',
      'Proposta ricevuta: Casa del custode',
      'Proposta accolta: Casa del custode',
      'Scheda pubblicata: Casa del custode',
    ])
    expect((await mailsTo(email)).at(-1)?.body_text).toContain(`/it/buone-pratiche/${sheet?.slug}`)
  })

  it('keeps a place and a body it does not know as they were written', async () => {
    const { id } = await received({ place: 'Lione, Francia', body: 'Association inconnue' })
    const made = await acceptProposal(db, editor, id, appUrl)
    if (!made.ok) throw new Error(made.reason)
    expect(await findPracticeById(db, editor, made.practiceId)).toMatchObject({
      place: 'Lione, Francia',
      contact: '',
      territories: [],
    })
    const [step] = await listStepsUnchecked(db, made.practiceId)
    expect(step?.reason).toContain('Association inconnue')
  })

  it('declining needs a reason, which the sender reads; members see nothing of it', async () => {
    const { id, email, writer } = await received()
    const member = await aPerson(db)
    await expect(listProposals(db, member)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(acceptProposal(db, member, id, appUrl)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await declineProposal(db, editor, id, { reason: ' ', appUrl })).toEqual({ ok: false, reason: 'reason-required' })
    expect(await declineProposal(db, editor, id, { reason: 'Non riguarda l’abitare.', appUrl })).toEqual({ ok: true })
    expect((await mailsTo(email)).at(-1)?.body_text).toContain('Non riguarda l’abitare.')
    expect(await findOwnProposal(db, writer)).toMatchObject({ state: 'declined', reason: 'Non riguarda l’abitare.' })
  })
})

it('whoever wrote it erases it at any time, words and address', async () => {
  const { writer, email } = await received()
  await withdrawProposal(db, writer)
  expect(await findOwnProposal(db, writer)).toBeUndefined()
  expect(await db.selectFrom('practice_proposal').select('id').where('email', '=', email).execute()).toEqual([])
})

it('what was never sent goes after 60 days, what was never confirmed after 14', async () => {
  await db.deleteFrom('practice_proposal').execute()
  const drafted = await begun({ title: 'Bozza' })
  const code = await begun({ title: 'Inviata' })
  await sendProposal(db, { actor: visitor, code }, { ip: ip(), appUrl })
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  expect(await sweepProposals(db, days(13))).toBe(0)
  expect(await sweepProposals(db, days(15))).toBe(1)
  expect(await findOwnProposal(db, { actor: visitor, code: drafted })).toBeDefined()
  expect(await sweepProposals(db, days(61))).toBe(1)
})

it('a title like one of a public sheet is told, like one of a draft is not', async () => {
  const shown = await createPractice(db, editor, aPracticeInput({ title_it: 'Condominio solidale del Galluzzo' }))
  await createPractice(db, editor, aPracticeInput({ title_it: 'Condominio solidale segreto' }))
  if (!shown.ok) throw new Error(shown.reason)
  await publishPractice(db, editor, shown.id, aStep())
  expect((await similarTitles(db, 'it', 'condominio solidale')).map((one) => one.title)).toEqual(['Condominio solidale del Galluzzo'])
  expect(await similarTitles(db, 'it', 'Orti urbani')).toEqual([])
})
