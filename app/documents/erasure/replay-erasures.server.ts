import { sql } from 'kysely'
import { recordAct } from '#app/people/audit.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { eraseFromText } from './erase-from-text.server.ts'
import type { Erased } from './rebuild-text.server.ts'
import type { JournalEntry } from './erasure-journal.server.ts'
import { eraseFile } from './erase-file.server.ts'
import { findFingerprints } from './fingerprint.server.ts'
import { sweepErased } from './sweep-erased.server.ts'

/**
 * Erases again, in a restored database, what the journal says was erased: entries the database has noted itself are
 * skipped. Returns how many texts were rebuilt; texts the backup does not hold are passed over.
 */
export async function replayErasures(db: Db, journal: readonly JournalEntry[]): Promise<number> {
  let rebuilt = 0
  for (const entry of journal) if (await replay(db, entry)) rebuilt++
  await sweepErased(db)
  return rebuilt
}

function replay(db: Db, entry: JournalEntry): Promise<boolean> {
  const { id, documentId, lang, what } = entry
  return inTransaction(db, async (trx) => {
    const { rows: noted } = await sql`
      select from audit_entry
      where action = 'document.erased' and subject = ${`document:${documentId}`} and detail ->> 'entry' = ${id}`.execute(trx)
    if (noted.length > 0) return false
    const erased = typeof what === 'object' && 'file' in what ? await eraseFilesOf(trx, documentId, what.file) : await again(trx, entry)
    if (!erased) return false
    const detail = { lang, ...erased, entry: id, replayed: true }
    await recordAct(trx, { actorId: null, action: 'document.erased', subject: `document:${documentId}`, detail })
    return true
  })
}

/** Undefined when the backup does not hold the text. */
function again(trx: Db, { documentId, lang, epoch, what }: JournalEntry): Promise<Erased | undefined> {
  if (typeof what === 'object' && 'file' in what) throw new Error('a file is not a text')
  const erase = { documentId, lang, what: what === 'everything' ? what : findFingerprints(what), after: epoch }
  return eraseFromText(trx, erase).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not-found') return undefined
    throw error
  })
}

/** The bytes go with the daily sweep: a restored place has no readers yet. */
async function eraseFilesOf(trx: Db, documentId: string, sha256: string): Promise<{ files: number } | undefined> {
  const rows = await trx.selectFrom('file').where('document_id', '=', documentId).where('sha256', '=', sha256).select('id').execute()
  for (const { id } of rows) await eraseFile(trx, id)
  return rows.length > 0 ? { files: rows.length } : undefined
}
