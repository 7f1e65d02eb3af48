import { sql } from 'kysely'
import { recordAct } from '#app/people/audit.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { eraseFromText } from './erase-from-text.server.ts'
import type { JournalEntry } from './erasure-journal.server.ts'
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

function replay(db: Db, { id, documentId, lang, epoch, what }: JournalEntry): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { rows: noted } = await sql`
      select from audit_entry
      where action = 'document.erased' and subject = ${`document:${documentId}`} and detail ->> 'entry' = ${id}`.execute(trx)
    if (noted.length > 0) return false
    const erase = { documentId, lang, what: what === 'everything' ? what : findFingerprints(what), after: epoch }
    const erased = await eraseFromText(trx, erase).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return undefined
      throw error
    })
    if (!erased) return false
    const detail = { lang, ...erased, entry: id, replayed: true }
    await recordAct(trx, { actorId: null, action: 'document.erased', subject: `document:${documentId}`, detail })
    return true
  })
}
