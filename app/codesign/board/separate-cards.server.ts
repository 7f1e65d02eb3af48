import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onCards } from './card-act.server.ts'

/** Undoes a merge: these cards stand for themselves again, with no outcome yet. Facilitators of the process. */
export async function separateCards(db: Db, actor: Person, processId: string, ids: readonly string[]): Promise<void> {
  await onCards(db, actor, processId, ids, 'contribution.separated', (trx) => takeApart(trx, ids))
}

/** Takes cards out of the one they were merged into, with the outcome that the merge had given them. */
export async function takeApart(trx: Db, ids: readonly string[]): Promise<void> {
  const cards = await trx
    .selectFrom('contribution')
    .where('id', 'in', [...ids])
    .where('merged_into', 'is not', null)
    .select('id')
    .execute()
  if (cards.length === 0) return
  const merged = cards.map(({ id }) => id)
  await trx.deleteFrom('contribution_outcome').where('contribution_id', 'in', merged).where('outcome', '=', 'merged').execute()
  await trx.updateTable('contribution').set({ merged_into: null }).where('id', 'in', merged).execute()
}
