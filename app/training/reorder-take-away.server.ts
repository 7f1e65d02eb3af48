import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { canWriteTakeAway } from './training.policy.ts'

/** Moves a take-away one place up or down within its session; at the end of the list it stays. Facilitators. */
export async function reorderTakeAway(db: Db, actor: Person, id: string, direction: 'up' | 'down'): Promise<void> {
  if (!canWriteTakeAway(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    const found = await trx.selectFrom('take_away').select('session_id').where('id', '=', id).executeTakeFirst()
    if (!found) throw new AppError('not-found')
    // The session is the lock: two people who reorder the same list take turns.
    await trx.selectFrom('training_session').select('id').where('id', '=', found.session_id).forUpdate().execute()
    const rows = await trx
      .selectFrom('take_away')
      .select('id')
      .where('session_id', '=', found.session_id)
      .orderBy('position')
      .orderBy('id')
      .execute()
    const order = moved(
      rows.map((row) => row.id),
      id,
      direction,
    )
    for (const [index, each] of order.entries())
      await trx
        .updateTable('take_away')
        .set({ position: index + 1 })
        .where('id', '=', each)
        .execute()
    await recordAct(trx, { actorId: actor.id, action: 'take-away.moved', subject: `take-away:${id}`, detail: { direction } })
  })
}

/** The list with one item a place further up or down. Pure. */
export function moved(ids: readonly string[], id: string, direction: 'up' | 'down'): string[] {
  const from = ids.indexOf(id)
  const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), ids.length - 1)
  const rest = ids.filter((each) => each !== id)
  return from < 0 ? [...ids] : [...rest.slice(0, to), id, ...rest.slice(to)]
}
