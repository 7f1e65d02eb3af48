import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { inTransaction } from './in-transaction.server.ts'
import { fold, type Folder, says } from './fold.server.ts'
import { loadText, readParts, verifiedStates } from './load-text.server.ts'
import { isIntact, type Place, sealOf } from './seal.server.ts'
import { guardShrink } from '../versions/guard-shrink.server.ts'

/** A text whose tail is longer than this wants compacting. */
export const tailLimit = { count: 500, bytes: 64 * 1024 }

export const wantsCompaction = (tail: { count: number; bytes: number }): boolean =>
  tail.count > tailLimit.count || tail.bytes > tailLimit.bytes

/** A tail this long is folded when the last person leaves: nobody waits for it then. */
export const wantsFolding = (tail: { count: number; bytes: number }): boolean => tail.count > 50 || tail.bytes > 4 * 1024

/**
 * Folds a text's log into one snapshot, reads it back, and only then deletes what it replaces: the snapshot before it
 * and exactly the rows that were read; rows committed meanwhile, even with smaller ids, stay. One compaction of a text
 * at a time. Returns the number of rows folded; a damaged text is left as it is (throws DamagedTextError).
 */
export async function compactText(db: Db, ref: TextRef, folder: Folder = { fold, says }): Promise<number> {
  const written = await inTransaction(db, (trx) => writeSnapshot(trx, ref, folder))
  if (!written) return 0
  const stored = await db
    .selectFrom('document_snapshot')
    .where('id', '=', written.id)
    .select(['state as bytes', 'sha256', 'seal'])
    .executeTakeFirst()
  if (!stored) return 0 // another compaction was faster, or the text was erased
  const whole = isIntact(stored, written.place) && (await folder.says(stored.bytes, written.vector))
  if (!whole) throw new Error(`snapshot ${written.id} of ${liveName(ref)} was not stored whole: what it replaces is kept`)
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('document_update').where('id', 'in', written.updates).execute()
    await trx
      .deleteFrom('document_snapshot')
      .where('document_id', '=', ref.documentId)
      .where('lang', '=', ref.lang)
      .where('id', '<', written.id)
      .execute()
  })
  return written.updates.length
}

/** Participants' tables keep what was deleted, until the process's retention ends: see tables/revert-words.server.ts. */
async function keepsDeleted(trx: Db, { documentId }: TextRef): Promise<boolean> {
  const document = await trx.selectFrom('document').where('id', '=', documentId).select('kind').executeTakeFirst()
  return document?.kind === 'table'
}

type Written = { id: number; updates: number[]; vector: Uint8Array; place: Place }

async function writeSnapshot(trx: Db, ref: TextRef, folder: Folder): Promise<Written | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`compact ${liveName(ref)}`}, 0))`.execute(trx)
  const parts = await readParts(trx, ref)
  const text = parts.find((part) => part.kind === 'text')
  const updates = parts.filter((part) => part.kind === 'update').map((part) => part.id)
  if (!text || updates.length === 0) return undefined
  const { states, damaged } = verifiedStates(parts, ref)
  if (damaged.length > 0) await loadText(trx, ref) // throws with what could be read
  const { vector, shrunk, hole, state, size, sha256: hash } = await folder.fold(states, await keepsDeleted(trx, ref))
  if (hole) await loadText(trx, ref) // likewise
  if (shrunk) await guardShrink(trx, ref) // the removed words leave the log now
  const place: Place = { ...ref, epoch: text.epoch, kind: 'snapshot' }
  const { id } = await trx
    .insertInto('document_snapshot')
    .values({
      document_id: ref.documentId,
      lang: ref.lang,
      epoch: text.epoch,
      state: Buffer.from(state),
      size,
      sha256: Buffer.from(hash),
      seal: sealOf(hash, place),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, updates, vector, place }
}
