import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { mailOwners } from './mail-owners.server.ts'
import { actingAs, canMove, canRead } from './practice.policy.ts'
import { catalogueId, isPracticeId, isPublicState, missingTerms, next, type PracticeMove, transitions } from './practice.ts'
import { factsOf, type PracticeSheet, selectSheet } from './practice-row.server.ts'

export type MoveRefusal = 'out-of-turn' | 'reason-required' | NonNullable<ReturnType<typeof missingTerms>>
export type MoveOutcome = { ok: true; sheet: PracticeSheet } | { ok: false; reason: MoveRefusal }
/** Why the step is taken, and the site's address for the links of the mails about it (APP_URL, never the request's Host). */
export type StepNote = { reason: string; appUrl: string }
/** What else a move does in the same transaction, before the state changes. */
type Effect = (trx: Db, sheet: PracticeSheet) => Promise<void>

/** Locks a sheet for a change and reads it; not-found when it is absent or not the actor's to see. */
export async function lockSheet(trx: Db, actor: Actor, id: string): Promise<PracticeSheet> {
  if (!isPracticeId(id)) throw new AppError('not-found')
  await trx.selectFrom('practice').select('id').where('id', '=', id).forUpdate().execute()
  const sheet = await selectSheet(trx).where('practice.id', '=', id).executeTakeFirst()
  if (!sheet || !canRead(actor, factsOf(sheet))) throw new AppError('not-found')
  return sheet
}

/**
 * The skeleton of every step of the workflow: lock, allow, rule, effect, write the new state with actor, date and reason,
 * tell index, owners and audit trail, in one transaction. The verbs beside this file are its only callers.
 */
export async function movePractice(
  db: Db,
  actor: Actor,
  id: string,
  move: PracticeMove,
  { reason: typed, appUrl }: StepNote,
  effect?: Effect,
): Promise<MoveOutcome> {
  return db.transaction().execute(async (trx) => {
    const sheet = await lockSheet(trx, actor, id)
    const facts = factsOf(sheet)
    if (actor.kind !== 'person' || !canMove(actor, facts, move)) throw new AppError('forbidden')
    const reason = typed.trim()
    const to = next(sheet.state, move)
    if (!to) return { ok: false, reason: 'out-of-turn' }
    if (transitions[move].reason === 'required' && reason === '') return { ok: false, reason: 'reason-required' }
    const missing = move === 'publish' ? missingTerms(sheet.terms) : undefined
    if (missing) return { ok: false, reason: missing }
    await effect?.(trx, sheet)
    const now = new Date()
    const published = isPublicState(to) ? { published_at: sheet.published_at ?? now } : {}
    await trx
      .updateTable('practice')
      .set({ state: to, updated_at: now, ...published })
      .where('id', '=', id)
      .execute()
    await trx
      .insertInto('practice_step')
      .values({
        practice_id: id,
        actor_id: actor.id,
        actor_role: actingAs(actor, facts),
        from_state: sheet.state,
        to_state: to,
        reason,
      })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: `practice.${move}`, subject: `practice:${id}`, detail: { from: sheet.state, to } })
    await mailOwners(trx, { sheet, move, reason, appUrl })
    if (isPublicState(to) || isPublicState(sheet.state)) await enqueueIndexing(trx, [catalogueId(sheet)])
    return { ok: true, sheet }
  })
}
