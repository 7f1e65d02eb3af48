import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { onProcess } from './process-act.server.ts'
import type { ChangeInput } from './process.schema.ts'

/** States what changed because of people's words, in one language; the day and link hold for all. Facilitators of the process. */
export async function saveChange(
  db: Db,
  actor: Person,
  processId: string,
  { id: known, lang, body, ...facts }: ChangeInput,
): Promise<void> {
  await onProcess(db, actor, processId, 'change.saved', async (trx) => {
    const id = known ?? newId()
    if (known) {
      const changed = await trx
        .updateTable('process_change')
        .set(facts)
        .where('id', '=', known)
        .where('process_id', '=', processId)
        .executeTakeFirst()
      if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    } else
      await trx
        .insertInto('process_change')
        .values({ id, process_id: processId, ...facts })
        .execute()
    await trx
      .insertInto('process_change_text')
      .values({ change_id: id, lang, body })
      .onConflict((conflict) => conflict.columns(['change_id', 'lang']).doUpdateSet({ body, to_review: false }))
      .execute()
  })
}
