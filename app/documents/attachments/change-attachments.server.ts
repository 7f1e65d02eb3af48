import { sql } from 'kysely'
import { recordAct } from '#app/people/audit.server.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { AttachmentForm } from './attachment.ts'

type Where = { documentId: string; personId: string }
type Change = Exclude<AttachmentForm, { intent: 'add' }>

/**
 * Renames, moves or removes one file of a draft. Readers see it when the text is published again: what editions froze
 * stays with them. The caller has checked that the person may write the text. Refusals: not-found.
 */
export async function changeAttachment(db: Db, { documentId, personId }: Where, change: Change): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('attachment')
      .select('file_id')
      .where('document_id', '=', documentId)
      .orderBy('position')
      .orderBy('file_id')
      .forUpdate()
      .execute()
    const order = rows.map((row) => row.file_id)
    const at = order.indexOf(change.file)
    if (at < 0) throw new AppError('not-found')
    switch (change.intent) {
      case 'rename':
        await trx
          .updateTable('attachment')
          .set({ title_it: change.title_it, title_en: change.title_en })
          .where('file_id', '=', change.file)
          .execute()
        break
      case 'up':
      case 'down':
        await reorder(trx, order, at, change.intent === 'up' ? at - 1 : at + 1)
        break
      case 'remove':
        await remove(trx, change.file)
        await recordAct(trx, { actorId: personId, action: 'attachment.removed', subject: `document:${documentId}` })
    }
  })
}

async function reorder(trx: Db, order: readonly string[], from: number, to: number): Promise<void> {
  const moved = order[from]
  if (moved === undefined || to < 0 || to >= order.length) return
  const next = order.filter((id) => id !== moved)
  next.splice(to, 0, moved)
  for (const [position, id] of next.entries()) await trx.updateTable('attachment').set({ position }).where('file_id', '=', id).execute()
}

/** Takes a file off the draft; the file itself goes too unless an edition shows it. Its bytes follow in the daily sweep. */
async function remove(trx: Db, fileId: string): Promise<void> {
  await trx.deleteFrom('attachment').where('file_id', '=', fileId).execute()
  await sql`
    delete from file f where f.id = ${fileId}::uuid and not exists (
      select from edition e where e.document_id = f.document_id
        and e.attachments @> jsonb_build_array(jsonb_build_object('fileId', f.id::text)))`.execute(trx)
}
