import { expect, test } from 'vitest'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { createDocument } from '../create-document.server.ts'
import { writeText } from '../log/write-text.server.ts'
import { blocksFromMarkdown } from '../markdown/from-markdown.ts'
import type { DocJson, NodeJson } from '../schema/json.ts'
import { bestEdition, currentEdition, diffEditions, editionById, listEditions } from './edition.queries.server.ts'
import { editionTasks } from './forget-contributor.server.ts'
import { publishEdition } from './publish-edition.server.ts'
import { withdrawEditions } from './withdraw-editions.server.ts'

const { db } = await useTestDatabase()
const doc = (markdown: string): DocJson => ({ type: 'doc', content: blocksFromMarkdown(markdown) })
const aChapter = async (texts: Record<string, DocJson> = { it: doc('Uno.') }) => ({
  documentId: await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts }),
  lang: 'it',
})

test('publishing freezes the draft with its contributors; the draft goes on', async () => {
  const ref = await aChapter()
  const person = await aPerson(db, { name: 'Bruna' })
  await writeText(db, { ...ref, personId: person.id, change: () => doc('## Casa\n\nDue.') })
  const id = await publishEdition(db, { ...ref, personId: person.id, note: 'prima' })
  await writeText(db, { ...ref, personId: person.id, change: () => doc('Tre.') })
  const edition = (await currentEdition(db, ref))!
  expect(edition).toMatchObject({
    id,
    number: 1,
    body: 'Casa\nDue.',
    contributors: [{ id: person.id, name: 'Bruna' }],
    note: 'prima',
    withdrawn: false,
  })
})

test('the name of a closed account leaves every edition, the text and its hash stay', async () => {
  const ref = await aChapter()
  const [leaves, stays] = [await aPerson(db, { name: 'Chi lascia' }), await aPerson(db, { name: 'Chi resta' })]
  for (const [person, words] of [
    [leaves, 'Uno.'],
    [stays, 'Due.'],
  ] as const)
    await writeText(db, { ...ref, personId: person.id, change: () => doc(words) })
  await publishEdition(db, { ...ref, personId: null })
  const before = (await currentEdition(db, ref))!
  await editionTasks(db)['forget-contributor']!({ personId: leaves.id }, { attempt: 1, lastTry: false })
  const after = (await currentEdition(db, ref))!
  expect(after.contributors).toEqual([{ id: stays.id, name: 'Chi resta' }])
  expect({ ...after, contributors: [] }).toEqual({ ...before, contributors: [] })
  await editionTasks(db)['forget-contributor']!({ personId: stays.id }, { attempt: 1, lastTry: false })
  expect((await currentEdition(db, ref))!.contributors).toEqual([])
})

test('a second edition takes the place of the first, which stays readable', async () => {
  const ref = await aChapter()
  const first = await publishEdition(db, { ...ref, personId: null })
  expect(await publishEdition(db, { ...ref, personId: null })).toBe(first)
  await writeText(db, { ...ref, personId: null, change: () => doc('Uno e due.') })
  const second = await publishEdition(db, { ...ref, personId: null })
  expect((await currentEdition(db, ref))!.id).toBe(second)
  expect(await editionById(db, first)).toMatchObject({ number: 1, current: false, body: 'Uno.' })
  expect((await listEditions(db, ref.documentId)).map((entry) => entry.number)).toEqual([2, 1])
  expect((await diffEditions(db, first, second))![0]!.op).toBe('changed')
})

test('withdrawn editions are no longer current, and the same text can be published again', async () => {
  const ref = await aChapter()
  await publishEdition(db, { ...ref, personId: null })
  await withdrawEditions(db, ref.documentId)
  expect(await currentEdition(db, ref)).toBeUndefined()
  await publishEdition(db, { ...ref, personId: null })
  expect((await currentEdition(db, ref))!.number).toBe(2)
})

test('a reader gets their language, else the source’s', async () => {
  const ref = await aChapter({ it: doc('Uno.'), en: doc('One.') })
  await publishEdition(db, { ...ref, personId: null })
  expect((await bestEdition(db, ref.documentId, 'en'))!.lang).toBe('it')
  await publishEdition(db, { ...ref, lang: 'en', personId: null })
  expect((await bestEdition(db, ref.documentId, 'en'))!.body).toBe('One.')
  expect((await bestEdition(db, ref.documentId, 'ar'))!.lang).toBe('it')
})

test('open suggestions do not reach an edition', async () => {
  const proposed: NodeJson = { type: 'text', text: 'nuovo', marks: [{ type: 'insertion', attrs: { id: '1', author: 'x', at: null } }] }
  const ref = await aChapter({
    it: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'vecchio ' }, proposed] }] },
  })
  await publishEdition(db, { ...ref, personId: null })
  expect((await currentEdition(db, ref))!.body.trim()).toBe('vecchio')
})

test('a text that does not exist cannot be published', async () => {
  const ref = await aChapter()
  await expect(publishEdition(db, { ...ref, lang: 'en', personId: null })).rejects.toMatchObject({ code: 'not-found' })
})
