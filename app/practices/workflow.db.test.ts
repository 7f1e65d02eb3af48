import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/shared/actor.ts'
import { newId } from '#db/new-id.ts'
import { anOrganisation, aPerson } from '#tests/support/factories.ts'
import { aPracticeInput, catalogueRows, aStep } from '#tests/support/practices.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { acceptPractice } from './accept-practice.server.ts'
import { archivePractice } from './archive-practice.server.ts'
import { createPractice } from './create-practice.server.ts'
import { editPractice } from './edit-practice.server.ts'
import { openRecords } from './open-data.queries.server.ts'
import { findPractice, listOwnPractices, listStepsUnchecked } from './practice.queries.server.ts'
import { publishPractice } from './publish-practice.server.ts'
import { requestChanges } from './request-changes.server.ts'
import { submitPractice } from './submit-practice.server.ts'
import { takeStep } from './take-step.server.ts'
import { unpublishPractice } from './unpublish-practice.server.ts'

const { db } = await useTestDatabase()
let author: Person
let editor: Person

beforeAll(async () => {
  author = await aPerson(db, { name: 'Lia' })
  editor = await aPerson(db, { role: 'editor' })
})

async function aDraft(overrides: Parameters<typeof aPracticeInput>[0] = {}, sections = {}) {
  const made = await createPractice(db, author, aPracticeInput(overrides), sections)
  if (!made.ok) throw new Error(made.reason)
  return made
}
const jobsFor = async (id: string) =>
  (await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs where key like ${`%:${id}`}`.execute(db)).rows[0]?.n

describe('a sheet on its way', () => {
  it('goes from draft to published and keeps who, when and why of every step', async () => {
    const { id } = await aDraft({}, { problem: 'Mancano **case**.', how: 'Insieme.' })
    expect(await catalogueRows(db, id)).toEqual([])
    await submitPractice(db, author, id, aStep())
    await requestChanges(db, editor, id, aStep('Manca la fonte.'))
    await submitPractice(db, author, id, aStep('Aggiunta.'))
    await acceptPractice(db, editor, id, aStep())
    expect(await publishPractice(db, editor, id, aStep())).toMatchObject({ ok: true })
    const steps = await listStepsUnchecked(db, id)
    expect(steps.toReversed().map((step) => [step.to_state, step.actor_role, step.reason])).toEqual([
      ['draft', 'author', ''],
      ['submitted', 'author', ''],
      ['changes-requested', 'editor', 'Manca la fonte.'],
      ['submitted', 'author', 'Aggiunta.'],
      ['accepted', 'editor', ''],
      ['published', 'editor', ''],
    ])
    const audit = await db.selectFrom('audit_entry').select('action').where('subject', '=', `practice:${id}`).orderBy('id').execute()
    expect(audit.map((entry) => entry.action)).toContain('practice.publish')
  })

  it('is in the catalogue from the moment it is published, with its words, and leaves it when it is unpublished', async () => {
    const { id, slug } = await aDraft({ title_it: 'Portineria di quartiere' }, { problem: 'Il quartiere è isolato.' })
    await publishPractice(db, editor, id, aStep())
    expect(await catalogueRows(db, id)).toMatchObject([
      { lang: 'it', title: 'Portineria di quartiere', url: `/buone-pratiche/${slug}`, status: 'published' },
    ])
    expect((await catalogueRows(db, id))[0]?.body).toContain('Il quartiere è isolato.')
    expect(await jobsFor(id)).toBe(1)
    expect(await unpublishPractice(db, editor, id, aStep('Errore nei dati.'))).toMatchObject({ ok: true })
    expect(await catalogueRows(db, id)).toEqual([])
    await publishPractice(db, editor, id, aStep('Corretta.'))
    expect(await catalogueRows(db, id)).toHaveLength(1)
  })

  it('is public in English too once there is an English text, or a title for a short sheet', async () => {
    const short = await aDraft({ title_en: 'House of trades', summary_en: 'A shared flat.' })
    await publishPractice(db, editor, short.id, aStep())
    expect((await catalogueRows(db, short.id)).map((row) => row.lang)).toEqual(['en', 'it'])
    const full = await aDraft({ title_en: 'House of trades' }, { how: 'Così.' })
    await publishPractice(db, editor, full.id, aStep())
    expect((await catalogueRows(db, full.id)).map((row) => row.lang)).toEqual(['it'])
    await editPractice(db, editor, full.id, aPracticeInput({ title_en: 'House of trades' }), { lang: 'en', texts: { how: 'Like this.' } })
    await publishPractice(db, editor, full.id, aStep())
    expect((await catalogueRows(db, full.id)).map((row) => row.lang)).toEqual(['en', 'it'])
  })

  it('is full when the six obligatory sections say something, else short', async () => {
    const six = { problem: 'a', how: 'b', resources: 'c', results: 'd', difficulties: 'e', transfer: 'f' }
    const isFull = async (sections: object) => {
      const { id } = await aDraft({}, sections)
      await publishPractice(db, editor, id, aStep())
      return (await db.selectFrom('practice').select('full_sheet').where('id', '=', id).executeTakeFirst())?.full_sheet
    }
    expect(await isFull(six)).toBe(true)
    expect(await isFull({ ...six, transfer: '  ' })).toBe(false)
  })
})

describe('refusals', () => {
  it('a member cannot publish, and nothing is written', async () => {
    const { id } = await aDraft()
    await expect(publishPractice(db, author, id, aStep())).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listStepsUnchecked(db, id)).toHaveLength(1)
  })

  it('a sheet one may not see is not found, whatever one tries', async () => {
    const { id, slug } = await aDraft()
    const stranger = await aPerson(db)
    await expect(submitPractice(db, stranger, id, aStep())).rejects.toMatchObject({ code: 'not-found' })
    await expect(editPractice(db, stranger, id, aPracticeInput())).rejects.toMatchObject({ code: 'not-found' })
    expect(await findPractice(db, stranger, slug)).toBeUndefined()
    expect(await findPractice(db, { kind: 'visitor' }, slug)).toBeUndefined()
  })

  it('a step out of turn or without the reason it needs is refused', async () => {
    const { id } = await aDraft()
    expect(await acceptPractice(db, editor, id, aStep())).toEqual({ ok: false, reason: 'out-of-turn' })
    await submitPractice(db, author, id, aStep())
    expect(await requestChanges(db, editor, id, aStep('  '))).toEqual({ ok: false, reason: 'reason-required' })
    await expect(editPractice(db, author, id, aPracticeInput())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('a sheet without a theme or a kind is not published, and what is missing is named', async () => {
    const { id } = await aDraft()
    const without = async (list: string) => {
      await sql`delete from practice_term using term where term.id = term_id and practice_id = ${id} and list = ${list}`.execute(db)
      return await publishPractice(db, editor, id, aStep())
    }
    expect(await without('kind')).toEqual({ ok: false, reason: 'no-kind' })
    expect(await without('theme')).toEqual({ ok: false, reason: 'no-theme-no-kind' })
    expect(await catalogueRows(db, id)).toEqual([])
  })

  it('a place, a term or a body that does not exist is refused with its field', async () => {
    for (const [field, input] of [
      ['territories', { territories: ['comune:999999'] }],
      ['themes', { themes: ['theme:nothing'] }],
      ['kinds', { kinds: ['theme:housing'] }],
      ['leads', { leads: ['0190d3a5-7c1e-7000-8000-000000000001'] }],
    ] as const)
      expect(await createPractice(db, author, aPracticeInput(input as never))).toEqual({ ok: false, field, reason: 'unknown' })
  })
})

describe('the type', () => {
  it('is the editors’ to choose: what others send is a practice and stays what it is', async () => {
    const { id } = await aDraft({ type: 'pact' })
    const typeOf = async () => (await db.selectFrom('practice').select('type').where('id', '=', id).executeTakeFirst())?.type
    expect(await typeOf()).toBe('practice')
    await editPractice(db, author, id, aPracticeInput({ type: 'project' }))
    expect(await typeOf()).toBe('practice')
    await editPractice(db, editor, id, aPracticeInput({ type: 'project' }))
    expect(await typeOf()).toBe('project')
  })
})

it('an id or an address that is none is not found', async () => {
  expect(await findPractice(db, editor, 'a\u0000b')).toBeUndefined()
  await expect(submitPractice(db, author, 'x', aStep())).rejects.toMatchObject({ code: 'not-found' })
})

describe('addresses', () => {
  it('are unique, follow the title until the first publication, and the old one leads to the new', async () => {
    const one = await aDraft({ title_it: 'Casa comune di prova' })
    const two = await aDraft({ title_it: 'Casa comune di prova' })
    expect([one.slug, two.slug]).toEqual(['casa-comune-di-prova', 'casa-comune-di-prova-2'])
    const renamed = await editPractice(db, author, one.id, aPracticeInput({ title_it: 'Casa di tutti' }))
    expect(renamed).toMatchObject({ slug: 'casa-di-tutti' })
    expect(await findPractice(db, author, 'casa-comune-di-prova')).toEqual({ moved: 'casa-di-tutti' })
    expect((await aDraft({ title_it: 'Casa comune di prova' })).slug).toBe('casa-comune-di-prova-3')
    await publishPractice(db, editor, one.id, aStep())
    expect(await editPractice(db, editor, one.id, aPracticeInput({ title_it: 'Altro titolo' }))).toMatchObject({ slug: 'casa-di-tutti' })
  })
})

describe('the people of the lead body', () => {
  it('see and edit a draft as the author does', async () => {
    const body = await anOrganisation(db)
    const colleague: Person = { ...(await aPerson(db)), organisations: [{ id: body.id, role: 'member' }] }
    const { id } = await aDraft({ leads: [body.id] })
    expect((await listOwnPractices(db, colleague)).map((row) => row.id)).toEqual([id])
    expect(await editPractice(db, colleague, id, aPracticeInput({ leads: [body.id], cost: '10.000 euro' }))).toMatchObject({ ok: true })
    await submitPractice(db, colleague, id, aStep())
    expect((await listStepsUnchecked(db, id))[0]?.actor_role).toBe('body')
  })
})

async function allRecords() {
  const records = []
  for await (const batch of openRecords(db, 'https://casa.example')) records.push(...batch)
  return records
}

it('exports only what is public', async () => {
  const hidden = await aDraft({ title_it: 'Bozza nascosta' })
  const shown = await aDraft({ title_it: 'Scheda pubblica', sources: [{ url: 'https://example.org/a', title: 'Una fonte' }] })
  await publishPractice(db, editor, shown.id, aStep())
  const records = await allRecords()
  expect(records.map((record) => record.id)).not.toContain(`practice:${hidden.id}`)
  expect(records.find((record) => record.id === `practice:${shown.id}`)).toMatchObject({
    url: `https://casa.example/it/buone-pratiche/${shown.slug}`,
    territory_names: ['Firenze'],
    kinds: ['cohousing'],
    sources: ['https://example.org/a'],
  })
  await archivePractice(db, editor, shown.id, aStep('Prova finita.'))
  expect((await allRecords()).map((record) => record.id)).not.toContain(`practice:${shown.id}`)
})

describe('mails', () => {
  const mailsTo = async (email: string) =>
    (await db.selectFrom('kept_mail').select(['subject', 'body_text']).where('recipient', '=', email).orderBy('created_at').execute()).map(
      (mail) => ({ subject: mail.subject, text: mail.body_text }),
    )

  it('every step reaches the author and the contacts of the lead body, each in their language, with reason and page', async () => {
    const body = await anOrganisation(db)
    const [writer, contact, member] = [await aPerson(db, { name: 'Lia' }), await aPerson(db, { locale: 'en' }), await aPerson(db)]
    const joined = { organisation_id: body.id, state: 'active' as const }
    for (const [person, role] of [
      [contact, 'contact'],
      [member, 'member'],
    ] as const)
      await db
        .insertInto('membership')
        .values({ id: newId(), person_id: person.id, role, ...joined })
        .execute()
    const made = await createPractice(db, writer, aPracticeInput({ title_it: 'Casa Lia', title_en: 'Lia’s house', leads: [body.id] }))
    if (!made.ok) throw new Error(made.reason)
    const steps = [
      'submit',
      'request-changes',
      'submit',
      'accept',
      'publish',
      'ask-reconfirm',
      'reconfirm',
      'unpublish',
      'archive',
      'restore',
    ] as const
    for (const move of steps)
      expect(await takeStep(db, move === 'submit' ? writer : editor, made.id, move, aStep(`Perché ${move}`))).toMatchObject({ ok: true })
    const received = await mailsTo(writer.email)
    expect(received.map((mail) => mail.subject)).toEqual([
      'Scheda inviata: Casa Lia',
      'Modifiche richieste: Casa Lia',
      'Scheda inviata: Casa Lia',
      'Scheda accettata: Casa Lia',
      'Scheda pubblicata: Casa Lia',
      'Da riconfermare: Casa Lia',
      'Scheda riconfermata: Casa Lia',
      'Scheda ritirata: Casa Lia',
      'Scheda archiviata: Casa Lia',
      'Scheda di nuovo in bozza: Casa Lia',
    ])
    for (const [at, { text }] of received.entries()) {
      expect(text).toContain('Buongiorno Lia')
      expect(text).toContain(`Perché ${steps[at]}`)
      expect(text).toContain(`https://casa.example/it/scrivania/pratiche/${made.id}`)
    }
    const english = await mailsTo(contact.email)
    expect(english).toHaveLength(steps.length)
    expect(english[1]).toMatchObject({ subject: 'Changes requested: Lia’s house' })
    expect(english[1]?.text).toContain(`https://casa.example/en/scrivania/pratiche/${made.id}`)
    expect(await mailsTo(member.email)).toEqual([])
  })

  it('a refused step tells nobody, and closed accounts are left in peace', async () => {
    const writer = await aPerson(db)
    const made = await createPractice(db, writer, aPracticeInput())
    if (!made.ok) throw new Error(made.reason)
    await acceptPractice(db, editor, made.id, aStep())
    await expect(publishPractice(db, writer, made.id, aStep())).rejects.toMatchObject({ code: 'forbidden' })
    expect(await mailsTo(writer.email)).toEqual([])
    await db.updateTable('person').set({ closed_at: new Date() }).where('id', '=', writer.id).execute()
    await publishPractice(db, editor, made.id, aStep())
    expect(await mailsTo(writer.email)).toEqual([])
  })
})
