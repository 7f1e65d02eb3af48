import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { canPublishTakeAway } from './training.policy.ts'

export type PublishOutcome = { ok: true } | { ok: false; reason: 'empty' }

/** Freezes what is written of a take-away and shows it to everybody, or shows the changes. Editors. Refuses an empty one. */
export async function publishTakeAway(db: Db, actor: Person, id: string): Promise<PublishOutcome> {
  if (!canPublishTakeAway(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const takeAway = await trx
      .selectFrom('take_away')
      .select(['document_id', 'published_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!takeAway) throw new AppError('not-found')
    const langs = await publishWrittenTexts(trx, takeAway.document_id, actor.id)
    if (langs.length === 0) return { ok: false, reason: 'empty' }
    const now = new Date()
    await trx
      .updateTable('take_away')
      .set({ published_at: takeAway.published_at ?? now, updated_at: now })
      .where('id', '=', id)
      .execute()
    await recordAct(trx, {
      actorId: actor.id,
      action: 'take-away.published',
      subject: `take-away:${id}`,
      detail: { langs: langs.join(' ') },
    })
    await enqueueIndexing(trx, [`take-away:${id}`])
    return { ok: true }
  })
}
