import { sql } from 'kysely'
import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { liveName, type TextRef } from '../access.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { loadText } from '../log/load-text.server.ts'
import { pack } from '../log/packed.server.ts'
import { sealOf } from '../log/seal.server.ts'
import { charactersOf } from '../log/characters-of.server.ts'
import type { VersionReason } from './version.ts'

type Keep = TextRef & { reason: VersionReason; name?: string | null }

/**
 * Keeps the text as it stands as a version; returns its id, the newest one's when nothing changed since. Undefined when
 * there is no such text. Throws DamagedTextError.
 */
export function keepVersion(db: Db, { documentId, lang, reason, name }: Keep): Promise<string | undefined> {
  return inTransaction(db, async (trx) => {
    const ref = { documentId, lang }
    await lockVersions(trx, ref)
    const text = await loadText(trx, ref)
    if (!text) return undefined
    const id = await storeVersion(trx, { ...ref, epoch: text.epoch, doc: text.doc, reason })
    text.doc.destroy()
    if (name) await trx.updateTable('document_version').set({ name }).where('id', '=', id).execute()
    return id
  })
}

/** One writer of versions per text at a time. */
export const lockVersions = (trx: Db, ref: TextRef) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`versions ${liveName(ref)}`}, 0))`.execute(trx)

type Store = TextRef & { epoch: number; doc: Y.Doc; reason: VersionReason }

/** Stores a state; the same state again only notes that it still stood. Returns the version's id. */
export async function storeVersion(trx: Db, { documentId, lang, epoch, doc, reason }: Store): Promise<string> {
  const contributors = await sql<{ ids: string[] }>`
    select coalesce(array_agg(person_id order by first_at), '{}') as ids from document_contributor
    where document_id = ${documentId} and lang = ${lang} and last_at > coalesce((
      select max(created_at) - interval '1 minute' from document_version where document_id = ${documentId} and lang = ${lang}
    ), '-infinity')`.execute(trx)
  const packed = pack(Y.encodeStateAsUpdate(doc))
  const newVersion = newId()
  const { id } = await trx
    .insertInto('document_version')
    .values({
      id: newVersion,
      document_id: documentId,
      lang,
      epoch,
      ...packed,
      seal: sealOf(packed.sha256, { documentId, lang, epoch, kind: `version ${newVersion}` }),
      characters: charactersOf(doc),
      reason,
      contributors: contributors.rows[0]?.ids ?? [],
    })
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'lang', 'epoch', 'sha256']).doUpdateSet({ seen_at: sql<Date>`clock_timestamp()` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
