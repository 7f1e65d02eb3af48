import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { canPublishTakeAway } from './training.policy.ts'

/** Takes a take-away from the public page and from search; its text and editions stay. Editors. */
export async function unpublishTakeAway(db: Db, actor: Person, id: string): Promise<void> {
  if (!canPublishTakeAway(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('take_away')
      .set({ published_at: null, updated_at: new Date() })
      .where('id', '=', id)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    await recordAct(trx, { actorId: actor.id, action: 'take-away.unpublished', subject: `take-away:${id}` })
    await enqueueIndexing(trx, [`take-away:${id}`])
  })
}
