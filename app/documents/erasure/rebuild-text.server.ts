import { sql } from 'kysely'
import * as Y from 'yjs'
import { recordAct } from '#app/people/audit.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { liveName, type TextRef } from '../access.ts'
import { appendUpdates } from '../log/append-updates.server.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { fragmentName, loadText } from '../log/load-text.server.ts'
import { applyJson, docJson } from '../log/text-json.ts'
import type { DocJson } from '../schema/json.ts'
import { redactEditions } from './redact-editions.server.ts'

/** `epoch` is the new one; `editions` counts those that were reissued. */
export type Erased = { epoch: number; editions: number }

type Rebuild = TextRef & { actorId: string | null; change: (content: DocJson) => DocJson }

/** Owner of the Yjs client ids of an erased epoch: nobody, so that what was written under them never comes back. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Builds a text anew, changed, in its next epoch: the old log, snapshots and versions are dropped, the editions that
 * the change touches reissued, the act noted. Used by erasures only. Refusals: not-found. Throws DamagedTextError.
 */
export function rebuildText(db: Db, { documentId, lang, actorId, change }: Rebuild): Promise<Erased> {
  const ref = { documentId, lang }
  return inTransaction(db, async (trx) => {
    await textRow(trx, ref).forUpdate().execute()
    const old = await loadText(trx, ref)
    if (!old) throw new AppError('not-found', `no text ${liveName(ref)}`)
    const epoch = old.epoch + 1
    const content = change(docJson(old.doc, fragmentName))
    await dropStored(trx, ref, [...old.doc.store.clients.keys()])
    old.doc.destroy()
    await trx
      .updateTable('document_text')
      .where('document_id', '=', documentId)
      .where('lang', '=', lang)
      .set({ epoch, updated_at: sql<Date>`now()` })
      .execute()
    await appendUpdates(trx, 'server', [{ ...ref, epoch, update: firstUpdate(content), personIds: [] }])
    const editions = await redactEditions(trx, { ...ref, change })
    await recordAct(trx, { actorId, action: 'document.erased', subject: `document:${documentId}`, detail: { lang, epoch, editions } })
    return { epoch, editions }
  })
}

const textRow = (trx: Db, { documentId, lang }: TextRef) =>
  trx.selectFrom('document_text').where('document_id', '=', documentId).where('lang', '=', lang).select('epoch')

async function dropStored(trx: Db, { documentId, lang }: TextRef, clients: readonly number[]): Promise<void> {
  for (const table of ['document_update', 'document_snapshot', 'document_version', 'document_client'] as const)
    await trx.deleteFrom(table).where('document_id', '=', documentId).where('lang', '=', lang).execute()
  await sql`
    insert into document_client (document_id, lang, client_id, person_id)
    select ${documentId}::uuid, ${lang}, client, ${nobody}::uuid from unnest(${clients}::bigint[]) as client`.execute(trx)
}

function firstUpdate(content: DocJson): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => applyJson(doc.getXmlFragment(fragmentName), content))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
