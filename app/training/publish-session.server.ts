import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import type { PublishOutcome } from './publish-take-away.server.ts'
import { canPublishTraining } from './training.policy.ts'

/** Freezes what is written of a session; it is public once its programme is. Editors. Refuses an empty text. */
export async function publishSession(db: Db, actor: Person, id: string): Promise<PublishOutcome> {
  if (!canPublishTraining(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const session = await trx.selectFrom('training_session').select('document_id').where('id', '=', id).forUpdate().executeTakeFirst()
    if (!session) throw new AppError('not-found')
    const langs = await publishWrittenTexts(trx, session.document_id, actor.id)
    if (langs.length === 0) return { ok: false, reason: 'empty' }
    await trx.updateTable('training_session').set({ updated_at: new Date() }).where('id', '=', id).execute()
    await recordAct(trx, { actorId: actor.id, action: 'session.published', subject: `session:${id}`, detail: { langs: langs.join(' ') } })
    await enqueueIndexing(trx, [`session:${id}`])
    return { ok: true }
  })
}
