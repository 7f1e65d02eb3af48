import { sql } from 'kysely'
import { liveName } from '#app/documents/access.ts'
import { findInFiles, type FoundFile } from '#app/documents/erasure/find-in-files.server.ts'
import { findInText, type FoundInText } from '#app/documents/erasure/find-in-text.server.ts'
import { type FindPassages, findPhrases, foldedPassage } from '#app/documents/erasure/passages.ts'
import type { Db } from '#db/connection.ts'
import { findTextAccess } from './document-access.server.ts'
import { canErase, type Eraser, mayEraseFrom, operator } from './erase-words.server.ts'

export type FoundText = FoundInText & { name: string; title: string; path: string | undefined; kind: string }
/** Texts of the same documents in other languages, where the passage may stand in other words. */
export type OtherLanguage = { name: string; lang: string; title: string }
/** Fields of records: cleaned by hand, where they are edited. */
export type FoundField = { table: string; column: string; rows: number }
export type FoundWords = { texts: FoundText[]; files: FoundFile[]; otherLanguages: OtherLanguage[]; fields: FoundField[] }

/**
 * Looks for passages in every text this person may erase from (draft, log, versions, editions, files), and in the fields
 * of records. Reads every text: for the rare day it is needed.
 */
export async function findWords(
  { db, dataDir }: { db: Db; dataDir: string },
  eraser: Eraser,
  passages: readonly string[],
): Promise<FoundWords> {
  const find = findPhrases(passages)
  const rows = await db.selectFrom('document_text').select(['document_id', 'lang']).orderBy('document_id').orderBy('lang').execute()
  const texts: FoundText[] = []
  const otherLanguages: OtherLanguage[] = []
  for await (const found of findEach(db, rows, find)) {
    const { documentId, lang } = found
    const owner = await findTextAccess(db, eraser === operator ? { kind: 'visitor' } : eraser, liveName(found))
    if (!canErase(eraser, owner?.access ?? 'none')) continue
    const title = owner?.title ?? liveName(found)
    texts.push({ ...found, name: liveName(found), title, path: owner?.path, kind: owner?.kind ?? 'page' })
    for (const other of rows)
      if (other.document_id === documentId && other.lang !== lang)
        otherLanguages.push({ name: liveName({ documentId, lang: other.lang }), lang: other.lang, title })
  }
  const named = new Set(texts.map(({ name }) => name))
  const others = new Map(otherLanguages.filter(({ name }) => !named.has(name)).map((other) => [other.name, other]))
  const files: FoundFile[] = []
  for (const file of await findInFiles(db, dataDir, find)) if (await mayEraseFrom(db, eraser, file.documentId)) files.push(file)
  return { texts, files, otherLanguages: [...others.values()], fields: await findInFields(db, passages) }
}

/** Several texts at a time: most of the time is waiting for the database. */
async function* findEach(db: Db, rows: readonly { document_id: string; lang: string }[], find: FindPassages): AsyncGenerator<FoundInText> {
  for (let at = 0; at < rows.length; at += together) {
    const some = rows.slice(at, at + together)
    const found = await Promise.all(some.map(({ document_id, lang }) => findInText(db, { documentId: document_id, lang }, find)))
    yield* found.filter((one) => one !== undefined)
  }
}
const together = 4

/** Texts have their own search; the index is rebuilt from the rest; the audit trail holds no content. */
const notFields = /^(document|document_.*|edition|attachment|file|file_text|catalogue_.*|search_.*|kysely_.*|audit_entry|spilled_edit)$/

async function findInFields(db: Db, passages: readonly string[]): Promise<FoundField[]> {
  const pattern = passages
    .map((passage) => foldedPassage(passage).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .map((passage) => passage.replaceAll(' ', String.raw`\s+`).replaceAll("'", "['’‘ʼ]"))
    .join('|')
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and (c.data_type in ('text', 'jsonb', 'json') or c.udt_name = '_text') order by 1, 2`.execute(db)
  const found: FoundField[] = []
  for (const { table, column } of columns.filter((one) => !notFields.test(one.table))) {
    const { rows } = await sql<{ count: string }>`
      select count(*) as count from ${sql.table(table)} where ${sql.ref(column)}::text ~* ${pattern}`.execute(db)
    const count = Number(rows[0]?.count ?? 0)
    if (count > 0) found.push({ table, column, rows: count })
  }
  return found
}
