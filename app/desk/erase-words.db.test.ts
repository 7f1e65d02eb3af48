import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { zstdDecompressSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { createDocument } from '#app/documents/create-document.server.ts'
import { currentEdition } from '#app/documents/editions/edition.queries.server.ts'
import { publishEdition } from '#app/documents/editions/publish-edition.server.ts'
import { compactText } from '#app/documents/log/compact-text.server.ts'
import { readText } from '#app/documents/log/read-text.server.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { blocksFromMarkdown } from '#app/documents/markdown/from-markdown.ts'
import { textOf } from '#app/documents/reading/text-of.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import { journalPath, readJournal } from '#app/documents/erasure/erasure-journal.server.ts'
import { findInText } from '#app/documents/erasure/find-in-text.server.ts'
import { findPhrases } from '#app/documents/erasure/passages.ts'
import { replayErasures } from '#app/documents/erasure/replay-erasures.server.ts'
import { readForEditing } from '#app/documents/read-for-editing.server.ts'
import { nameVersion } from '#app/documents/versions/name-version.server.ts'
import { listVersions, readVersion } from '#app/documents/versions/version.queries.server.ts'
import type { Person } from '#app/shared/actor.ts'
import { keepVersion } from '#app/documents/versions/keep-version.server.ts'
import { newId } from '#db/new-id.ts'
import { indexRecord } from '#search/indexing.ts'
import { INDEX } from '#search/meilisearch/settings.ts'
import { openTestEngines } from '#search/relevance/test-engines.ts'
import { aPerson } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { type ErasureTarget, eraseWords } from './erase-words.server.ts'

const { db } = await useTestDatabase()
const { engines, meilisearch, stop } = await openTestEngines(db)
afterAll(stop)
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-erase-'))
afterAll(() => fs.rmSync(dataDir, { recursive: true }))
const erase = (eraser: Person, targets: ErasureTarget[]) => eraseWords(db, { eraser, targets, reason: 'person-asks', dataDir })
const doc = (markdown: string): DocJson => ({ type: 'doc', content: blocksFromMarkdown(markdown) })

/** A published chapter whose secret stands in log, snapshot, versions, two editions and the index. */
async function aChapter() {
  const documentId = await createDocument(db, { kind: 'chapter', sourceLang: 'it', texts: { it: doc('Vive da Zebedeo Quattrossi.') } })
  const ref = { documentId, lang: 'it' }
  const id = newId()
  await db
    .insertInto('chapter')
    .values({ id, slug: `capitolo-${id}`, title_it: 'Capitolo', number: 900, document_id: documentId, state: 'published' })
    .execute()
  const write = (text: string) => writeText(db, { ...ref, personId: null, change: () => doc(text) })
  await publishEdition(db, { ...ref, personId: null })
  await keepVersion(db, { ...ref, reason: 'kept' })
  await compactText(db, ref)
  await write('Vive da Zebedeo Quattrossi, in centro.')
  await publishEdition(db, { ...ref, personId: null })
  await write('Vive in centro.\n\nZebedeo Quattrossi è di Lucca.')
  await write('Vive in centro.')
  await keepVersion(db, { ...ref, reason: 'kept' })
  await indexRecord(db, engines, `chapter:${id}`)
  return { ref, id, reads: async () => textOf((await readText(db, ref))!) }
}

/** Every column of every table, blobs decoded: what holds the word, as `table.column`. */
async function placesOf(word: string): Promise<string[]> {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; type: string }>`
    select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'
    where c.table_schema in ('public', 'graphile_worker')`.execute(db)
  const found: string[] = []
  for (const { schema, table, column, type } of columns) {
    const value = type === 'bytea' ? sql`${sql.ref(column)}` : sql`${sql.ref(column)}::text`
    const { rows } = await sql<{ value: Buffer | string | null }>`select ${value} as value from ${sql.table(`${schema}.${table}`)}`.execute(
      db,
    )
    const holds = rows.some(({ value: bytes }) => {
      if (bytes === null) return false
      if (typeof bytes === 'string') return bytes.toLowerCase().includes(word)
      const plain = bytes.readUInt32LE(0) === 0xfd2fb528 ? zstdDecompressSync(bytes) : bytes
      return plain.toString('latin1').toLowerCase().includes(word)
    })
    if (holds) found.push(`${table}.${column}`)
  }
  return found.sort()
}

/** What Meilisearch would hand out: documents, tasks, hits and suggestions for the word; nothing when there is none. */
async function heldByMeilisearch(word: string): Promise<string[]> {
  if (!meilisearch) return []
  const ask = async (path: string) =>
    (await fetch(`${meilisearch.url}${path}`, { headers: { authorization: `Bearer ${meilisearch.key}` } })).text()
  const engine = engines.find(({ name }) => name === 'meilisearch')!
  const answers = {
    documents: await ask(`/indexes/${INDEX}/documents?limit=1000`),
    tasks: await ask('/tasks?limit=1000'),
    hits: JSON.stringify((await engine.search({ text: word, lang: 'it' })).hits),
    suggestions: JSON.stringify(await engine.suggest(word.slice(0, 5), 'it')),
  }
  return Object.keys(answers).filter((place) => answers[place as keyof typeof answers].toLowerCase().includes(word))
}

test('an erased phrase is found nowhere: log, snapshots, versions, editions, index', async () => {
  const { ref, id, reads } = await aChapter()
  const admin = await aPerson(db, { role: 'admin' })
  const before = await currentEdition(db, ref)
  const places = await placesOf('zebedeo')
  for (const place of [
    'document_snapshot.state',
    'document_update.update',
    'document_version.state',
    'edition.body',
    'edition.content',
    'search_word.word',
  ])
    expect(places).toContain(place)
  if (meilisearch) expect(await heldByMeilisearch('zebedeo')).toEqual(expect.arrayContaining(['documents', 'hits']))

  expect(await erase(admin, [{ ...ref, what: ['zebedeo  quattrossi'] }])).toEqual([{ epoch: 2, editions: 2, versions: 1 }])
  const job = await sql`select key from graphile_worker.jobs where key = ${`chapter:${id}`}`.execute(db)
  expect(job.rows).toHaveLength(1)
  await indexRecord(db, engines, `chapter:${id}`)

  for (const word of ['zebedeo', 'quattrossi']) {
    expect(await placesOf(word)).toEqual([])
    expect(await heldByMeilisearch(word)).toEqual([])
  }
  expect(await reads()).toBe('Vive in centro.')
  const after = await currentEdition(db, ref)
  expect(after).toMatchObject({ id: before!.id, number: 2, body: 'Vive da , in centro.' })
  expect(after!.sha256).not.toBe(before!.sha256)
  const note = await db
    .selectFrom('edition')
    .where('id', '=', after!.id)
    .select(['earlier_sha256', 'redacted_at'])
    .executeTakeFirstOrThrow()
  expect(note).toEqual({ earlier_sha256: [before!.sha256], redacted_at: expect.any(Date) as Date })
  const act = await db
    .selectFrom('audit_entry')
    .where('subject', '=', `document:${ref.documentId}`)
    .select(['action', 'actor_id', 'detail'])
    .execute()
  expect(act).toEqual([
    {
      action: 'document.erased',
      actor_id: admin.id,
      detail: { lang: 'it', epoch: 2, editions: 2, versions: 1, reason: 'person-asks', entry: expect.any(String) as string },
    },
  ])
})

test('a whole text can be erased, and can be written again', async () => {
  const { ref, id, reads } = await aChapter()
  await erase(await aPerson(db, { role: 'admin' }), [{ ...ref, what: 'everything' }])
  await indexRecord(db, engines, `chapter:${id}`)
  expect(await placesOf('quattrossi')).toEqual([])
  expect(await heldByMeilisearch('quattrossi')).toEqual([])
  expect(await reads()).toBe('')
  await writeText(db, { ...ref, personId: null, change: () => doc('Da capo.') })
  expect(await reads()).toBe('Da capo.')
})

test('only editors and administrators erase, and nothing so short that it stands in other words', async () => {
  const { ref, reads } = await aChapter()
  const facilitator = await aPerson(db, { role: 'facilitator' })
  await expect(erase(facilitator, [{ ...ref, what: ['centro'] }])).rejects.toMatchObject({ code: 'forbidden' })
  const admin = await aPerson(db, { role: 'admin' })
  await expect(erase(admin, [{ ...ref, what: ['in'] }])).rejects.toMatchObject({ code: 'bad-request' })
  const nowhere = { documentId: newId(), lang: 'it' }
  const both = erase(admin, [
    { ...ref, what: ['centro'] },
    { ...nowhere, what: ['centro'] },
  ])
  await expect(both).rejects.toMatchObject({ code: 'not-found' })
  expect(await reads(), 'all or nothing').toBe('Vive in centro.')
  expect((await readJournal(journalPath(dataDir))).some(({ documentId }) => documentId === ref.documentId)).toBe(false)
  await erase(await aPerson(db, { role: 'editor' }), [{ ...ref, what: ['in centro'] }])
  expect(await reads()).toBe('Vive .')
})

test('versions keep their place in the history without the words', async () => {
  const { ref } = await aChapter()
  const before = await listVersions(db, ref, { limit: 10 })
  await nameVersion(db, { ...ref, version: before[0]!.id, name: 'Prima di Zebedeo Quattrossi' })
  await erase(await aPerson(db, { role: 'admin' }), [{ ...ref, what: ['Zebedeo Quattrossi'] }])
  const after = await listVersions(db, ref, { limit: 10 })
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after[0]!.name).toBe('Prima di')
  expect(textOf((await readVersion(db, ref, after[1]!.id))!.content)).toBe('Vive da .')
})

test('the finder tells where a passage stands: draft, removed words, versions, editions', async () => {
  const { ref } = await aChapter()
  expect(await findInText(db, ref, findPhrases(['quattrossi']))).toEqual({
    ...ref,
    excerpts: [],
    removed: true,
    versions: 1,
    editions: [1, 2],
  })
  expect((await findInText(db, ref, findPhrases(['CENTRO'])))?.excerpts).toEqual([{ before: 'Vive in ', found: 'centro', after: '.' }])
  expect(await findInText(db, ref, findPhrases(['altrove']))).toBeUndefined()
})

test('the journal brings an erasure back over a text that has the words again, without holding them', async () => {
  const { ref, reads } = await aChapter()
  await writeText(db, { ...ref, personId: null, change: () => doc('Vive da Zebedeo Quattrossi.') })
  const before = { ...ref, text: await reads() }
  await erase(await aPerson(db, { role: 'admin' }), [{ ...ref, what: ['Zebedeo Quattrossi'] }])
  expect(fs.readFileSync(journalPath(dataDir), 'utf8').toLowerCase()).not.toContain('quattrossi')
  const journal = await readJournal(journalPath(dataDir))
  expect(await replayErasures(db, journal), 'what the database knows is not done twice').toBe(0)
  // As after the restore of an older backup: the words are back, the act is unknown.
  await writeText(db, { ...ref, personId: null, change: () => doc(before.text) })
  await db.deleteFrom('audit_entry').where('subject', '=', `document:${ref.documentId}`).execute()
  expect(await replayErasures(db, journal)).toBe(1)
  expect(await reads()).toBe('Vive da .')
  expect((await readForEditing(db, ref))?.epoch).toBe(3)
})
