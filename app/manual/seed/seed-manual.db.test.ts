import { expect, it } from 'vitest'
import { visitor } from '#app/shared/actor.ts'
import { diffEditions, editionById } from '#app/documents/editions/edition.queries.server.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import { citedRecords } from '#tests/support/cited-records.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { readDeskChapters } from '../desk-chapters.queries.server.ts'
import { findChapter, listChapters } from '../chapter.queries.server.ts'
import { findPinnedTexts, listManualEditions, listPinnedChapters } from '../manual-edition.queries.server.ts'
import { removeExampleChapters, seedExampleChapter } from './seed-example-chapter.server.ts'
import { seedManual } from './seed-manual.server.ts'

const { db } = await useTestDatabase()
await citedRecords(db)
await seedManual(db)

const editionsOf = async (version: string) => {
  const pinned = await listPinnedChapters(db, version)
  return Promise.all(pinned.map(async (row) => ({ ...row, edition: (await editionById(db, row.editionId))! })))
}

it('the manual has at least eight chapters and 6,000 words in Italian, and is loaded once', async () => {
  const italian = (await editionsOf('v0.2')).filter((row) => row.lang === 'it')
  expect(italian.length).toBeGreaterThanOrEqual(8)
  expect(italian.map((row) => row.number)).toEqual(italian.map((_row, index) => index + 1))
  const words = italian.map(({ edition }) => edition.body.split(/\s+/).length)
  expect(words.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(6_000)
  expect(await seedManual(db)).toBe(0)
})

it('no chapter looks changed since its publication', async () => {
  const chapters = await readDeskChapters(db, await aPerson(db, { role: 'editor' }))
  expect(chapters.filter(({ changed }) => changed)).toEqual([])
})

it('at least thirty links lead to records that exist', async () => {
  const links = (await editionsOf('v0.2')).filter((row) => row.lang === 'it').flatMap(({ edition }) => citedIds(edition.content))
  expect(links.length).toBeGreaterThanOrEqual(30)
  const ids = [...new Set(links)]
  const found = await db.selectFrom('catalogue').select('id').distinct().where('id', 'in', ids).execute()
  expect(found).toHaveLength(ids.length)
})

it('at least two chapters have a complete English twin', async () => {
  const rows = await editionsOf('v0.2')
  const english = rows.filter((row) => row.lang === 'en')
  expect(english.length).toBeGreaterThanOrEqual(2)
  for (const twin of english) {
    const source = rows.find((row) => row.slug === twin.slug && row.lang === 'it')!
    const headings = (content: object) => JSON.stringify(content).split('"type":"heading"').length
    expect(headings(twin.edition.content)).toBe(headings(source.edition.content))
    expect(twin.title).not.toBe(source.title)
  }
})

it('v0.1 and v0.2 are both readable and differ where chapters were rewritten', async () => {
  expect((await listManualEditions(db)).map((edition) => edition.version)).toEqual(['v0.2', 'v0.1'])
  const [before] = await findPinnedTexts(db, 'v0.1', 'bisogni-e-dati')
  const [after] = await findPinnedTexts(db, 'v0.2', 'bisogni-e-dati')
  expect((await diffEditions(db, before!.editionId, after!.editionId))!.some((block) => block.op !== 'same')).toBe(true)
  const [same] = await findPinnedTexts(db, 'v0.1', 'governance-e-reti')
  expect((await findPinnedTexts(db, 'v0.2', 'governance-e-reti'))[0]!.editionId).toBe(same!.editionId)
})

it('every source a text refers to is in the list kept with that version', async () => {
  for (const version of ['v0.1', 'v0.2'])
    for (const slug of new Set((await listPinnedChapters(db, version)).map((row) => row.slug)))
      for (const text of await findPinnedTexts(db, version, slug)) {
        const { content } = (await editionById(db, text.editionId))!
        const used = [...JSON.stringify(content).matchAll(/"type":"sourceRef","attrs":\{"key":"(s\d+)"/g)].map((match) => match[1])
        expect(text.sources.map((source) => source.key)).toEqual(expect.arrayContaining(used))
      }
})

it('the example chapter is a draft: no visitor sees it, and it can be removed', async () => {
  const programme = await db
    .insertInto('programme')
    .values({
      id: crypto.randomUUID(),
      slug: 'prova',
      document_id: (await db.selectFrom('document').select('id').limit(1).executeTakeFirstOrThrow()).id,
      title_it: 'Prova',
      starts_on: '2026-11-26',
      ends_on: '2026-12-10',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const documentId = await seedExampleChapter(db, programme.id)
  expect(await seedExampleChapter(db, programme.id)).toBe(documentId)
  const chapter = await db.selectFrom('chapter').select('slug').where('is_example', '=', true).executeTakeFirstOrThrow()
  expect(await findChapter(db, visitor, chapter.slug)).toBeUndefined()
  expect((await listChapters(db, visitor)).some((row) => row.isExample)).toBe(false)
  expect(await removeExampleChapters(db)).toBe(1)
  expect(await db.selectFrom('document').select('id').where('id', '=', documentId).execute()).toEqual([])
})
