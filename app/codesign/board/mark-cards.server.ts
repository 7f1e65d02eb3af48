import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onCards } from './card-act.server.ts'

/** Marks cards to come back to, or takes the mark away. Facilitators of the process. */
export async function markCards(db: Db, actor: Person, processId: string, ids: readonly string[], marked: boolean): Promise<void> {
  await onCards(db, actor, processId, ids, 'contribution.marked', async (trx) => {
    await trx
      .updateTable('contribution')
      .set({ marked })
      .where('id', 'in', [...ids])
      .execute()
  })
}
