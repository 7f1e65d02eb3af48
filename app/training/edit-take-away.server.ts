import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { canWriteTakeAway } from './training.policy.ts'
import type { TakeAwayInput } from './training.schema.ts'

/** Changes a take-away's titles and its mark as an example text; the words are in its document. Facilitators. */
export async function editTakeAway(db: Db, actor: Person, id: string, input: TakeAwayInput): Promise<void> {
  if (!canWriteTakeAway(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('take_away')
      .set({ ...input, updated_at: new Date() })
      .where('id', '=', id)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    await recordAct(trx, { actorId: actor.id, action: 'take-away.edited', subject: `take-away:${id}` })
    await enqueueIndexing(trx, [`take-away:${id}`])
  })
}
