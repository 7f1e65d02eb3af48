import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { inTransaction } from './in-transaction.server.ts'
import { loadText, readParts, verifiedStates } from './load-text.server.ts'
import { pack } from './packed.server.ts'

/** A text whose tail is longer than this wants compacting. */
export const tailLimit = { count: 500, bytes: 64 * 1024 }

export const wantsCompaction = (tail: { count: number; bytes: number }): boolean =>
  tail.count > tailLimit.count || tail.bytes > tailLimit.bytes

/**
 * Folds a text's log into one snapshot and deletes exactly the rows that were read: rows committed meanwhile, even
 * with smaller ids, stay. One compaction of a text at a time. Returns the number of rows folded; a damaged text is
 * left as it is (throws DamagedTextError).
 */
export function compactText(db: Db, ref: TextRef): Promise<number> {
  return inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`compact ${liveName(ref)}`}, 0))`.execute(trx)
    const parts = await readParts(trx, ref)
    const text = parts.find((part) => part.kind === 'text')
    const updates = parts.filter((part) => part.kind === 'update').map((part) => part.id)
    if (!text || updates.length === 0) return 0
    const { states, damaged } = verifiedStates(parts)
    if (damaged.length > 0) await loadText(trx, ref) // throws with what could be read
    const row = { document_id: ref.documentId, lang: ref.lang, epoch: text.id, ...pack(fold(states)) }
    const { id } = await trx.insertInto('document_snapshot').values(row).returning('id').executeTakeFirstOrThrow()
    await trx.deleteFrom('document_update').where('id', 'in', updates).execute()
    await trx
      .deleteFrom('document_snapshot')
      .where('document_id', '=', ref.documentId)
      .where('lang', '=', ref.lang)
      .where('id', '<', id)
      .execute()
    return updates.length
  })
}

function fold(states: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => states.forEach((state) => Y.applyUpdate(doc, state)))
  const folded = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return folded
}
