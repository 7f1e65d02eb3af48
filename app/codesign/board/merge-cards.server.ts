import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onCards } from './card-act.server.ts'
import { takeApart } from './separate-cards.server.ts'

/**
 * Merges cards into the first of them, which stands for all; the others get the outcome "merged" and still belong to
 * who wrote them. Cards that had been merged into these follow. What was decided of them before goes, and its reason
 * with it: it would explain another decision. Needs two. Facilitators of the process.
 */
export async function mergeCards(db: Db, actor: Person, processId: string, ids: readonly string[]): Promise<{ ok: boolean }> {
  const [first, ...others] = [...new Set(ids)]
  if (!first || others.length === 0) return { ok: false }
  await onCards(db, actor, processId, [first, ...others], 'contribution.merged', async (trx) => {
    await takeApart(trx, [first])
    await trx
      .updateTable('contribution')
      .set({ merged_into: first })
      .where((eb) => eb.or([eb('id', 'in', others), eb('merged_into', 'in', others)]))
      .where('id', '<>', first)
      .execute()
    await trx.deleteFrom('contribution_outcome_text').where('contribution_id', 'in', others).execute()
    await trx
      .insertInto('contribution_outcome')
      .values(others.map((id) => ({ contribution_id: id, outcome: 'merged', decided_by: actor.id })))
      .onConflict((conflict) =>
        conflict.column('contribution_id').doUpdateSet({ outcome: 'merged', decided_by: actor.id, decided_at: new Date() }),
      )
      .execute()
  })
  return { ok: true }
}
