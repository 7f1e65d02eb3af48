import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { addAttachment } from '#app/documents/attachments/add-attachment.server.ts'
import { indexRecord } from '#search/indexing.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { aPerson } from '#tests/support/factories.ts'
import { aPublicSheet } from '#tests/support/practices.ts'
import { aDocx, aPdf } from '#tests/support/small-files.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { keepFileText, unreadFiles } from './keep-file-text.server.ts'

const { db } = await useTestDatabase()
const search = createPostgresEngine(db)
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'casa-file-text-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** A public sheet with one file on its draft; readers have it once an edition lists it. */
async function aSheetWith(bytes: Uint8Array) {
  const record = await aPublicSheet(db, { title: 'Foresteria' })
  const { document_id } = await db
    .selectFrom('practice')
    .select('document_id')
    .where('id', '=', record.split(':')[1]!)
    .executeTakeFirstOrThrow()
  const person = await aPerson(db)
  const outcome = await addAttachment(db, dataDir, {
    documentId: document_id,
    personId: person.id,
    name: 'a',
    bytes,
    title_it: 'Allegato',
    title_en: '',
  })
  if (!outcome.ok) throw new Error(outcome.reason)
  return { record, documentId: document_id, fileId: outcome.fileId }
}
const publishWith = (documentId: string, fileId: string) =>
  sql`update edition set attachments = jsonb_build_array(jsonb_build_object('fileId', ${fileId}::text)) where document_id = ${documentId}::uuid`.execute(
    db,
  )
const finds = async (text: string) => (await search.search({ text, lang: 'it' })).hits.map((hit) => hit.id)

it('finds a record by the words of a file its current edition lists, and not before', async () => {
  const { record, documentId, fileId } = await aSheetWith(aPdf(['Il regolamento parla di colonnine fotovoltaiche']))
  const { rows } = await sql`select from graphile_worker.jobs where key = ${`file-text:${fileId}`}`.execute(db)
  expect(rows).toHaveLength(1)
  expect(await keepFileText(db, dataDir, fileId)).toBe('read')
  await indexRecord(db, [search], record)
  expect(await finds('colonnine fotovoltaiche')).toEqual([])
  await publishWith(documentId, fileId)
  await indexRecord(db, [search], record)
  expect(await finds('colonnine fotovoltaiche')).toEqual([record])
  await db.updateTable('practice').set({ state: 'draft' }).where('document_id', '=', documentId).execute()
  await indexRecord(db, [search], record)
  expect(await finds('colonnine fotovoltaiche')).toEqual([])
}, 60_000)

it('reads a file once, asks for its records to be indexed, and remembers what cannot be read', async () => {
  const { record, fileId } = await aSheetWith(aDocx(['Parole dentro un documento']))
  expect(await unreadFiles(db, 10)).toEqual([fileId])
  await sql`select graphile_worker.remove_job(${record})`.execute(db)
  expect(await keepFileText(db, dataDir, fileId)).toBe('read')
  expect(await keepFileText(db, dataDir, fileId)).toBeUndefined()
  const { rows } = await sql`select from graphile_worker.jobs where key = ${record}`.execute(db)
  expect(rows).toHaveLength(1)
  const broken = await aSheetWith(aPdf(['x']).slice(0, 40))
  expect(await keepFileText(db, dataDir, broken.fileId)).toMatch(/unreadable|empty/)
  expect(await unreadFiles(db, 10)).toEqual([])
}, 60_000)
