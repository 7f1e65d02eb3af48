import { promises as fs } from 'node:fs'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { storedFilePath } from '#app/shared/files/stored-file.server.ts'
import { isReadableType, limits, readableTypes } from './file-text.ts'
import { type ReadOutcome, readFileText } from './read-file-text.server.ts'

type Kept = 'read' | 'empty' | 'unreadable' | 'too-much'

const outcomeOf = (found: ReadOutcome): Kept => {
  if (!found.ok) return found.reason
  return found.text === '' ? 'empty' : 'read'
}

/**
 * Reads the words of one file and keeps them, once; what cannot be read is kept as such and not tried again. Records of
 * the file's text are indexed anew: whether they show it is the catalogue's and the edition's to say. Undefined when there
 * is nothing to do: no such file, not one with words, or read already.
 */
export async function keepFileText(db: Db, dataDir: string, fileId: string): Promise<Kept | undefined> {
  const file = await db
    .selectFrom('file as f')
    .leftJoin('file_text as t', 't.file_id', 'f.id')
    .select(['f.sha256', 'f.media_type', 'f.size', 'f.document_id'])
    .where('f.id', '=', fileId)
    .where('t.file_id', 'is', null)
    .executeTakeFirst()
  if (!file || !isReadableType(file.media_type)) return undefined
  const found: ReadOutcome =
    file.size > limits.bytes
      ? { ok: false, reason: 'too-much' }
      : await readFileText(file.media_type, await fs.readFile(storedFilePath(dataDir, file.sha256)))
  const outcome = outcomeOf(found)
  const row = { file_id: fileId, outcome, body: found.ok ? found.text : '', cut: found.ok && found.cut }
  await db.transaction().execute(async (trx) => {
    // The file may have gone while it was read.
    await sql`insert into file_text (file_id, outcome, body, cut)
      select id, ${row.outcome}, ${row.body}, ${row.cut} from file where id = ${fileId} on conflict do nothing`.execute(trx)
    if (file.document_id) await enqueueIndexing(trx, await recordsOf(trx, file.document_id))
  })
  return outcome
}

/** Catalogue ids of the records this text belongs to. */
async function recordsOf(trx: Db, documentId: string): Promise<string[]> {
  const rows = await trx.selectFrom('record_document').select(['type', 'record_id']).where('document_id', '=', documentId).execute()
  return rows.map(({ type, record_id }) => `${type}:${record_id}`)
}

/** Files with words that nobody has read yet, oldest first: uploads whose job was lost, and those from before there was one. */
export async function unreadFiles(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('file as f')
    .leftJoin('file_text as t', 't.file_id', 'f.id')
    .select('f.id')
    .where('t.file_id', 'is', null)
    .where('f.media_type', 'in', Object.keys(readableTypes))
    .orderBy('f.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
