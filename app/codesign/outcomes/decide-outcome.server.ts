import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onCards } from '../board/card-act.server.ts'
import type { Outcome } from './outcome.ts'

export type Decision = {
  outcome: Outcome
  /** Reasons by language: at least the contributor's own or the Italian one when an idea is not taken. */
  reasons: Partial<Record<string, string>>
}
export type DecideOutcome = { ok: true } | { ok: false; reason: 'reason-missing' }

/**
 * Says what became of these cards, and why, in the languages given; decided again, the last decision stands. An idea
 * that is not taken needs a reason. Facilitators of the process.
 */
export async function decideOutcome(
  db: Db,
  actor: Person,
  processId: string,
  ids: readonly string[],
  decision: Decision,
): Promise<DecideOutcome> {
  const reasons = Object.entries(decision.reasons).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim()))
  if (decision.outcome === 'not-taken' && reasons.length === 0) return { ok: false, reason: 'reason-missing' }
  await onCards(db, actor, processId, ids, `contribution.${decision.outcome}`, async (trx, cards) => {
    const decided = { outcome: decision.outcome, decided_by: actor.id, decided_at: new Date() }
    await trx
      .insertInto('contribution_outcome')
      .values(cards.map(({ id }) => ({ contribution_id: id, ...decided })))
      .onConflict((conflict) => conflict.column('contribution_id').doUpdateSet(decided))
      .execute()
    const rows = cards.flatMap(({ id }) => reasons.map(([lang, reason]) => ({ contribution_id: id, lang, reason: reason.trim() })))
    await trx
      .deleteFrom('contribution_outcome_text')
      .where(
        'contribution_id',
        'in',
        cards.map(({ id }) => id),
      )
      .execute()
    if (rows.length > 0) await trx.insertInto('contribution_outcome_text').values(rows).execute()
  })
  return { ok: true }
}
