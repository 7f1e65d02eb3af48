import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onCards } from './card-act.server.ts'

/** Shows cards to everybody (also those that were held), or hides them; their authors still see them. Facilitators of the process. */
export async function setCardsState(db: Db, actor: Person, processId: string, ids: readonly string[], state: 'shown' | 'hidden') {
  await onCards(db, actor, processId, ids, `contribution.${state}`, async (trx) => {
    await trx
      .updateTable('contribution')
      .set({ state, ...(state === 'shown' && { held_reason: null }) })
      .where('id', 'in', [...ids])
      .execute()
  })
}
