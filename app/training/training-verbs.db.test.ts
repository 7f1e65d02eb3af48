import { expect, it } from 'vitest'
import { AppError } from '#app/shared/app-error.ts'
import { visitor } from '#app/shared/actor.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { newId } from '#db/new-id.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createProgramme } from './create-programme.server.ts'
import { createSession } from './create-session.server.ts'
import { createTakeAway } from './create-take-away.server.ts'
import { editProgramme } from './edit-programme.server.ts'
import { editSession } from './edit-session.server.ts'
import { editTakeAway } from './edit-take-away.server.ts'
import { enrol } from './enrol.server.ts'
import { leaveProgramme } from './leave-programme.server.ts'
import { readProgrammePage } from './programme-page.queries.server.ts'
import { publishProgramme } from './publish-programme.server.ts'
import { publishSession } from './publish-session.server.ts'
import { publishTakeAway } from './publish-take-away.server.ts'
import { moved, reorderTakeAway } from './reorder-take-away.server.ts'
import { romeHour } from '#app/shared/rome-time.ts'
import { findEnrolment, findProgramme, findSession, listTakeAways } from './training.queries.server.ts'
import { programmeSchema, sessionSchema } from './training.schema.ts'
import { unpublishTakeAway } from './unpublish-take-away.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const facilitator = await aPerson(db, { role: 'facilitator' })
const member = await aPerson(db)

async function aProgramme(overrides: { open?: boolean; ends_on?: string; published?: boolean } = {}) {
  const { published = true, ...columns } = overrides
  const id = newId()
  const slug = `percorso-${id}`
  const documentId = await createDocument(db, {
    kind: 'programme',
    sourceLang: 'it',
    texts: { it: docFromMarkdown('programme', 'Testo.') },
  })
  await db
    .insertInto('programme')
    .values({
      id,
      slug,
      document_id: documentId,
      title_it: 'Percorso',
      starts_on: '2099-01-01',
      ends_on: '2099-02-01',
      open: true,
      ...columns,
    })
    .execute()
  if (published) await publishProgramme(db, editor, slug)
  return { id, slug }
}

async function aSession(programmeId: string) {
  const id = newId()
  const documentId = await createDocument(db, {
    kind: 'session',
    sourceLang: 'it',
    texts: { it: docFromMarkdown('session', '## lecture\n\nLezione.') },
  })
  const times = { starts_at: new Date('2099-01-01T14:00:00Z'), ends_at: new Date('2099-01-01T17:00:00Z') }
  await db
    .insertInto('training_session')
    .values({ id, programme_id: programmeId, number: 1, slug: 'incontro', document_id: documentId, title_it: 'Incontro', ...times })
    .execute()
  return id
}

const takeAway = (title_it: string) => ({ title_it, title_en: '', example_text: false })
const inCatalogue = async (type: string, word: string) =>
  (await db.selectFrom('catalogue').select('url').where('type', '=', type).where('body', 'like', `%${word}%`).execute()).length

it('a person enrols with body and territory, leaves, and may come back', async () => {
  const { id, slug } = await aProgramme()
  const territory = await db.selectFrom('territory').select('id').limit(1).executeTakeFirst()
  expect(await enrol(db, member, slug, { body: 'Comune di Prato', territory: territory?.id ?? '' })).toEqual({ ok: true })
  expect(await findEnrolment(db, id, member.id)).toMatchObject({ body: 'Comune di Prato', territoryId: territory?.id ?? null })
  expect(await enrol(db, member, slug, { body: 'X', territory: '' })).toEqual({ ok: false, reason: 'already' })
  expect(await leaveProgramme(db, member, slug)).toEqual({ ok: true })
  expect(await findEnrolment(db, id, member.id)).toBeUndefined()
  expect(await leaveProgramme(db, member, slug)).toEqual({ ok: false, reason: 'not-enrolled' })
  expect(await enrol(db, member, slug, { body: 'ARCI', territory: '' })).toEqual({ ok: true })
  expect(await findEnrolment(db, id, member.id)).toMatchObject({ body: 'ARCI' })
})

it('a closed or finished programme takes nobody, one in preparation is not found', async () => {
  const input = { body: 'X', territory: '' }
  expect(await enrol(db, member, (await aProgramme({ open: false })).slug, input)).toEqual({ ok: false, reason: 'closed' })
  const past = await aProgramme()
  await db.updateTable('programme').set({ starts_on: '2020-01-01', ends_on: '2020-02-01' }).where('id', '=', past.id).execute()
  expect(await enrol(db, member, past.slug, input)).toEqual({ ok: false, reason: 'closed' })
  const draft = await aProgramme({ published: false })
  await expect(enrol(db, member, draft.slug, input)).rejects.toThrow(AppError)
  expect(await findProgramme(db, visitor, draft.slug)).toBeUndefined()
})

it('a territory that does not exist is refused', async () => {
  expect(await enrol(db, member, (await aProgramme()).slug, { body: 'X', territory: 'atlantide' })).toEqual({
    ok: false,
    reason: 'unknown-territory',
  })
})

it('a take-away is public only once published, within a public programme', async () => {
  const { id, slug } = await aProgramme({ published: false })
  const sessionId = await aSession(id)
  const first = await createTakeAway(db, facilitator, sessionId, takeAway('La casa'))
  expect(await publishTakeAway(db, editor, first)).toEqual({ ok: false, reason: 'empty' })
  const [row] = await listTakeAways(db, facilitator, sessionId)
  await writeText(db, {
    documentId: row!.documentId,
    lang: 'it',
    personId: facilitator.id,
    change: () => docFromMarkdown('take-away', 'Un albicocco.'),
  })
  expect(await publishTakeAway(db, editor, first)).toEqual({ ok: true })
  expect(await inCatalogue('take-away', 'albicocco')).toBe(0)
  await publishProgramme(db, editor, slug)
  expect(await inCatalogue('take-away', 'albicocco')).toBe(1)
  await unpublishTakeAway(db, editor, first)
  expect(await inCatalogue('take-away', 'albicocco')).toBe(0)
  expect(await listTakeAways(db, visitor, sessionId)).toEqual([])
})

it('take-aways of one title get anchors of their own, and move up and down', async () => {
  const { id } = await aProgramme()
  const sessionId = await aSession(id)
  for (const title of ['Uno', 'Uno', 'Tre']) await createTakeAway(db, facilitator, sessionId, takeAway(title))
  const list = () => listTakeAways(db, facilitator, sessionId)
  const [one, two] = await list()
  expect((await list()).map((row) => row.slug)).toEqual(['uno', 'uno-2', 'tre'])
  await reorderTakeAway(db, facilitator, two!.id, 'up')
  expect((await list()).map((row) => row.slug)).toEqual(['uno-2', 'uno', 'tre'])
  await editTakeAway(db, facilitator, one!.id, takeAway('Il primo'))
  expect((await list()).map((row) => row.title_it)).toEqual(['Uno', 'Il primo', 'Tre'])
})

it.each([
  [['a', 'b', 'c'], 'a', 'up', ['a', 'b', 'c']],
  [['a', 'b', 'c'], 'c', 'down', ['a', 'b', 'c']],
  [['a', 'b', 'c'], 'a', 'down', ['b', 'a', 'c']],
  [['a', 'b'], 'x', 'up', ['a', 'b']],
] as const)('in %j moving %s %s gives %j', (ids, id, direction, expected) => {
  expect(moved(ids, id, direction)).toEqual(expected)
})

it('facilitators start a programme and its sessions; nobody else sees them before an editor publishes', async () => {
  const input = programmeSchema.parse({ title_it: 'Nuovo', summary_it: 'B', starts_on: '2099-03-01', ends_on: '2099-04-01', open: 'on' })
  const slug = await createProgramme(db, facilitator, input)
  expect(slug).toBe('nuovo-2')
  expect(await findProgramme(db, visitor, slug)).toBeUndefined()
  const programme = await findProgramme(db, facilitator, slug)
  const session = sessionSchema.parse({ title_it: 'Primo incontro', day: '2099-03-05', start: '15:00', end: '18:00' })
  const addresses = [
    await createSession(db, facilitator, programme!.id, session),
    await createSession(db, facilitator, programme!.id, session),
  ]
  expect(addresses).toEqual(['primo-incontro', 'primo-incontro-2'])
  expect((await findSession(db, programme!.id, 'primo-incontro-2'))?.number).toBe(2)
  await expect(createProgramme(db, member, input)).rejects.toThrow(AppError)
  await expect(createSession(db, member, programme!.id, session)).rejects.toThrow(AppError)
})

it('facilitators change a session; its hours are those of Tuscany', async () => {
  const { id } = await aProgramme()
  const sessionId = await aSession(id)
  await editSession(
    db,
    facilitator,
    sessionId,
    sessionSchema.parse({ title_it: 'Nuovo', day: '2099-07-02', start: '15:00', end: '18:00', prompts_it: 'Uno?\nDue?' }),
  )
  const session = await findSession(db, id, 'incontro')
  expect([session!.title_it, romeHour(session!.starts_at), session!.prompts.it]).toEqual(['Nuovo', '15:00', ['Uno?', 'Due?']])
  expect(await publishSession(db, editor, sessionId)).toEqual({ ok: true })
  expect(await inCatalogue('session', 'Lezione')).toBe(1)
})

it('facilitators change a programme, and the catalogue follows', async () => {
  const { slug } = await aProgramme()
  await editProgramme(
    db,
    facilitator,
    slug,
    programmeSchema.parse({ title_it: 'Altro titolo', summary_it: 'B', starts_on: '2099-01-01', ends_on: '2099-02-01' }),
  )
  expect((await findProgramme(db, visitor, slug))?.open).toBe(false)
  const row = await db.selectFrom('catalogue').select('title').where('url', '=', `/formazione/${slug}`).executeTakeFirst()
  expect(row?.title).toBe('Altro titolo')
})

it.each([
  [
    'a member edits a programme',
    async () =>
      editProgramme(
        db,
        member,
        (await aProgramme()).slug,
        programmeSchema.parse({ title_it: 'A', summary_it: 'B', starts_on: '2099-01-01', ends_on: '2099-01-01' }),
      ),
  ],
  ['a member writes a take-away', async () => createTakeAway(db, member, await aSession((await aProgramme()).id), takeAway('A'))],
  ['a facilitator publishes a take-away', () => publishTakeAway(db, facilitator, newId())],
  ['a facilitator publishes a programme', async () => publishProgramme(db, facilitator, (await aProgramme()).slug)],
])('%s: refused', async (_title, act) => {
  await expect(act()).rejects.toThrow(AppError)
})

it('whoever enrols tells a town from its province and its zone', async () => {
  const { territories } = await readProgrammePage(db, await aPerson(db), (await aProgramme()).slug, 'it')
  const labels = territories.map(({ label }) => label)
  expect(labels).toEqual(expect.arrayContaining(['Firenze (comune)', 'Firenze (provincia)', 'Firenze (zona-distretto)']))
  expect(new Set(labels).size).toBe(labels.length)
})
