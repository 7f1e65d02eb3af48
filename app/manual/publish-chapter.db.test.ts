import { expect, it } from 'vitest'
import { AppError } from '#app/shared/app-error.ts'
import { visitor } from '#app/shared/actor.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { docFromMarkdown } from '#app/documents/markdown/sections.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { findChapter, listChapters } from './chapter.queries.server.ts'
import { createChapter } from './create-chapter.server.ts'
import { readDeskChapters } from './desk-chapters.queries.server.ts'
import { editChapter } from './edit-chapter.server.ts'
import { findPinnedTexts, listManualEditions, versionOf } from './manual-edition.queries.server.ts'
import { chapterSchema, createChapterSchema } from './manual.schema.ts'
import { publishChapter } from './publish-chapter.server.ts'
import { publishManualEdition } from './publish-manual-edition.server.ts'
import { returnChapter, submitChapter } from './review-chapter.server.ts'
import { unpublishChapter } from './unpublish-chapter.server.ts'

const { db } = await useTestDatabase()
const editor = await aPerson(db, { role: 'editor' })
const facilitator = await aPerson(db, { role: 'facilitator' })
const member = await aPerson(db)
const input = (title: string) => createChapterSchema.parse({ number: 1, title_it: title, summary_it: 'In una riga' })

async function aChapter(title: string, text = '') {
  const made = await createChapter(db, facilitator, input(title))
  if (!made.ok) throw new Error(made.reason)
  if (text) await writes(made.documentId, text)
  return made
}
const writes = (documentId: string, text: string) =>
  writeText(db, { documentId, lang: 'it', personId: facilitator.id, change: () => docFromMarkdown('chapter', text) })
const inCatalogue = async (word: string) =>
  (await db.selectFrom('catalogue').select('url').where('type', '=', 'chapter').where('body', 'like', `%${word}%`).execute()).map(
    (row) => row.url,
  )
const jobs = async () =>
  (
    await db
      .withSchema('graphile_worker')
      .selectFrom('jobs' as never)
      .select('key' as never)
      .execute()
  ).map((row) => (row as { key: string }).key)

it('a new chapter is a draft: for its writers only', async () => {
  const { slug } = await aChapter('Bozza riservata')
  expect(slug).toBe('bozza-riservata')
  expect(await findChapter(db, visitor, slug)).toBeUndefined()
  expect(await findChapter(db, member, slug)).toBeUndefined()
  expect((await findChapter(db, facilitator, slug))?.state).toBe('draft')
})

it('the desk tells changes that wait for publication by the words, not by when they were written', async () => {
  const made = await aChapter('Cambiato o no', 'Le parole.')
  await publishChapter(db, editor, made.slug)
  const isChanged = async () => (await readDeskChapters(db, editor)).find(({ slug }) => slug === made.slug)?.changed
  await db
    .updateTable('document_text')
    .set({ updated_at: new Date(Date.now() + 60_000) })
    .where('document_id', '=', made.documentId)
    .execute()
  expect(await isChanged()).toBe(false)
  await writes(made.documentId, 'Altre parole.')
  expect(await isChanged()).toBe(true)
})

it('equal titles get addresses of their own, and words the site uses are not taken', async () => {
  await aChapter('Doppio')
  expect((await aChapter('Doppio')).slug).toBe('doppio-2')
  expect((await aChapter('Edizioni')).slug).toBe('edizioni-2')
})

it('those enrolled in its programme see a draft; a programme that does not exist is refused', async () => {
  const made = await createChapter(db, facilitator, { ...input('Di un percorso'), programme: '0190d3a5-7c1e-7000-8000-000000000001' })
  expect(made).toEqual({ ok: false, reason: 'unknown-programme' })
})

it('publishing puts its words in the catalogue and tells the index; withdrawing takes them away', async () => {
  const { slug } = await aChapter('Da pubblicare', 'La parola girandola.')
  expect(await inCatalogue('girandola')).toEqual([])
  expect(await publishChapter(db, editor, slug)).toEqual({ ok: true, langs: ['it'] })
  expect(await inCatalogue('girandola')).toEqual([`/manuale/${slug}`])
  const chapter = await findChapter(db, visitor, slug)
  expect(await jobs()).toContain(`chapter:${chapter!.id}`)
  expect(await unpublishChapter(db, editor, slug)).toEqual({ ok: true })
  expect(await inCatalogue('girandola')).toEqual([])
  expect(await findChapter(db, visitor, slug)).toBeUndefined()
  expect(await unpublishChapter(db, editor, slug)).toEqual({ ok: false, reason: 'not-published' })
})

it('what is written after publishing waits for the next edition', async () => {
  const { slug, documentId } = await aChapter('Due edizioni', 'Prima melagrana.')
  await publishChapter(db, editor, slug)
  await writes(documentId, 'Poi corbezzolo.')
  expect(await inCatalogue('corbezzolo')).toEqual([])
  await publishChapter(db, editor, slug)
  expect(await inCatalogue('corbezzolo')).toEqual([`/manuale/${slug}`])
  expect(await inCatalogue('melagrana')).toEqual([])
})

it('an empty chapter is not published', async () => {
  const { slug } = await aChapter('Vuoto')
  expect(await publishChapter(db, editor, slug)).toEqual({ ok: false, reason: 'empty' })
  expect((await findChapter(db, editor, slug))?.state).toBe('draft')
})

it.each([
  ['a member creates', () => createChapter(db, member, input('No'))],
  ['a facilitator publishes', async () => publishChapter(db, facilitator, (await aChapter('Mio', 'Testo.')).slug)],
  [
    'a member edits',
    async () => editChapter(db, member, (await aChapter('Suo')).slug, chapterSchema.parse({ number: 1, title_it: 'A', summary_it: 'B' })),
  ],
  ['a facilitator closes an edition', () => publishManualEdition(db, facilitator, { version: 'v9.9', note_it: '', note_en: '' })],
])('%s: refused', async (_title, act) => {
  await expect(act()).rejects.toThrow(AppError)
})

it('editing a published chapter’s details changes the catalogue at once', async () => {
  const { slug } = await aChapter('Titolo vecchio', 'La parola pettirosso.')
  await publishChapter(db, editor, slug)
  await editChapter(db, facilitator, slug, chapterSchema.parse({ number: 4, title_it: 'Titolo nuovo', summary_it: 'B' }))
  const row = await db.selectFrom('catalogue').select('title').where('url', '=', `/manuale/${slug}`).executeTakeFirst()
  expect(row?.title).toBe('Titolo nuovo')
})

it('an edition of the book pins what is public then, once per version', async () => {
  const { slug, documentId } = await aChapter('Nel libro', 'Prima stesura.')
  await aChapter('Fuori dal libro', 'Bozza.')
  await publishChapter(db, editor, slug)
  const published = (await listChapters(db, visitor)).length
  expect(await publishManualEdition(db, editor, { version: 'v0.1', note_it: 'Prima', note_en: 'First' })).toEqual({
    ok: true,
    chapters: published,
  })
  expect(await publishManualEdition(db, editor, { version: 'v0.1', note_it: '', note_en: '' })).toEqual({
    ok: false,
    reason: 'version-taken',
  })
  const [first] = await findPinnedTexts(db, 'v0.1', slug)
  await writes(documentId, 'Seconda stesura.')
  await publishChapter(db, editor, slug)
  await publishManualEdition(db, editor, { version: 'v0.2', note_it: '', note_en: '' })
  const [second] = await findPinnedTexts(db, 'v0.2', slug)
  expect(second!.editionId).not.toBe(first!.editionId)
  expect((await findPinnedTexts(db, 'v0.1', slug))[0]!.editionId).toBe(first!.editionId)
  expect(await versionOf(db, second!.editionId)).toBe('v0.2')
  expect((await listManualEditions(db)).map((edition) => edition.version)).toEqual(['v0.2', 'v0.1'])
  expect(await findPinnedTexts(db, 'v0.2', 'fuori-dal-libro')).toEqual([])
})

it('its writers send a draft for review; the board gives it back or publishes it', async () => {
  const { slug } = await aChapter('Da rivedere', 'Testo da rivedere.')
  expect(await submitChapter(db, facilitator, slug)).toEqual({ ok: true })
  expect((await findChapter(db, editor, slug))?.state).toBe('in-review')
  expect(await findChapter(db, visitor, slug)).toBeUndefined()
  expect(await submitChapter(db, facilitator, slug)).toEqual({ ok: false, reason: 'wrong-state' })
  expect(await returnChapter(db, facilitator, slug)).toEqual({ ok: true })
  await submitChapter(db, facilitator, slug)
  expect(await publishChapter(db, editor, slug)).toMatchObject({ ok: true })
  expect(await returnChapter(db, editor, slug)).toEqual({ ok: false, reason: 'wrong-state' })
  await expect(submitChapter(db, member, slug)).rejects.toThrow(AppError)
})

it('every act leaves a line in the audit trail', async () => {
  const { slug } = await aChapter('Tracciato', 'Testo.')
  await publishChapter(db, editor, slug)
  const chapter = await findChapter(db, editor, slug)
  const acts = await db
    .selectFrom('audit_entry')
    .select(['action', 'actor_id'])
    .where('subject', '=', `chapter:${chapter!.id}`)
    .orderBy('id')
    .execute()
  expect(acts).toEqual([
    { action: 'chapter.created', actor_id: facilitator.id },
    { action: 'chapter.published', actor_id: editor.id },
  ])
})
