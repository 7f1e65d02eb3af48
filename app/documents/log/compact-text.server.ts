import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { inTransaction } from './in-transaction.server.ts'
import { charactersOf } from './characters-of.server.ts'
import { loadText, readParts, verifiedStates } from './load-text.server.ts'
import { pack } from './packed.server.ts'
import { guardShrink } from '../versions/guard-shrink.server.ts'
import { isShrunk } from '../versions/version.ts'

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
    const { state, shrunk } = fold(states)
    if (shrunk) await guardShrink(trx, ref) // the removed words leave the log now
    const row = { document_id: ref.documentId, lang: ref.lang, epoch: text.id, ...pack(state) }
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

/** All states as one; `shrunk` when most of what the first, or the tail up to its middle, held is gone. */
function fold(states: readonly Uint8Array[]): { state: Uint8Array; shrunk: boolean } {
  const doc = new Y.Doc()
  const middle = Math.ceil((states.length + 1) / 2)
  let peak = 0
  for (const part of [states.slice(0, 1), states.slice(1, middle), states.slice(middle)]) {
    peak = Math.max(peak, charactersOf(doc))
    doc.transact(() => part.forEach((state) => Y.applyUpdate(doc, state)))
  }
  const state = Y.encodeStateAsUpdate(doc)
  const shrunk = isShrunk(peak, charactersOf(doc))
  doc.destroy()
  return { state, shrunk }
}
