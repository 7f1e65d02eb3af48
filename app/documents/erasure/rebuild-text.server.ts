import { sql } from 'kysely'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { appendUpdates } from '../log/append-updates.server.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { fragmentName } from '../log/fragment-name.ts'
import { DamagedTextError, type LoadedText, loadText } from '../log/load-text.server.ts'
import { docJson } from '../log/text-json.ts'
import type { DocJson } from '../schema/json.ts'
import { redactEditions } from './redact-editions.server.ts'
import { redactVersions, stateOf } from './redact-versions.server.ts'

/** `epoch` is the new one; `editions` and `versions` count those that were reissued or rewritten. */
export type Erased = { epoch: number; editions: number; versions: number }
/** What an erasure does to content, and to words that stand alone (names and notes). */
export type Change = { content: (content: DocJson) => DocJson; words: (words: string) => string; everything?: true }

type Rebuild = TextRef & {
  change: Change
  /** The new epoch is higher than this too: one that a lost database had already. */ after?: number
}

/** Owner of the Yjs client ids of an erased epoch: nobody, so that what was written under them never comes back. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Builds a text anew, changed, in its next epoch: the old log and snapshots are dropped, the versions and editions that
 * the change touches rewritten. Used by erasures only. Refusals: not-found.
 */
export function rebuildText(db: Db, { documentId, lang, change, after = 0 }: Rebuild): Promise<Erased> {
  const ref = { documentId, lang }
  return inTransaction(db, async (trx) => {
    await textRow(trx, ref).forUpdate().execute()
    const old = await loadAnyText(trx, ref)
    if (!old) throw new AppError('not-found', `no text ${liveName(ref)}`)
    const epoch = Math.max(old.epoch, after) + 1
    const content = change.content(docJson(old.doc, fragmentName))
    await dropStored(trx, ref, [...old.doc.store.clients.keys()])
    old.doc.destroy()
    await trx
      .updateTable('document_text')
      .where('document_id', '=', documentId)
      .where('lang', '=', lang)
      .set({ epoch, damaged_at: null, updated_at: sql<Date>`now()` })
      .execute()
    await appendUpdates(trx, 'server', [{ ...ref, epoch, update: stateOf(content), personIds: [] }])
    return { epoch, editions: await redactEditions(trx, { ...ref, change }), versions: await redactVersions(trx, { ...ref, change }) }
  })
}

const textRow = (trx: Db, { documentId, lang }: TextRef) =>
  trx.selectFrom('document_text').where('document_id', '=', documentId).where('lang', '=', lang).select('epoch')

/** Of a damaged text what can be read: the rest may hold what is to be erased, and goes. */
async function loadAnyText(trx: Db, ref: TextRef): Promise<LoadedText | undefined> {
  try {
    return await loadText(trx, ref)
  } catch (error) {
    if (error instanceof DamagedTextError) return error.partial
    throw error
  }
}

async function dropStored(trx: Db, { documentId, lang }: TextRef, clients: readonly number[]): Promise<void> {
  for (const table of ['document_update', 'document_snapshot', 'document_client', 'document_removal'] as const)
    await trx.deleteFrom(table).where('document_id', '=', documentId).where('lang', '=', lang).execute()
  await sql`
    insert into document_client (document_id, lang, client_id, person_id)
    select ${documentId}::uuid, ${lang}, client, ${nobody}::uuid from unnest(${clients}::bigint[]) as client`.execute(trx)
}
