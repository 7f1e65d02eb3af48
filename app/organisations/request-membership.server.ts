import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { tryAgainIn } from '#app/people/limits.server.ts'
import { canAskToJoin } from './organisation.policy.ts'
import { ownMembership } from './organisation.queries.server.ts'

/**
 * Asks to belong to a body, as a member; a contact or an editor decides. Asking again after a refusal or a goodbye
 * is allowed. Refusals: `already` (belongs, or has asked), `too-many`.
 */
export async function requestMembership(
  db: Db,
  actor: Actor,
  slug: string,
): Promise<{ ok: true } | { ok: false; reason: 'already' } | { ok: false; reason: 'too-many'; minutes: number }> {
  if (actor.kind !== 'person') throw new AppError('sign-in-required')
  return await db.transaction().execute(async (trx) => {
    const organisation = await trx.selectFrom('organisation').select('id').where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!organisation) throw new AppError('not-found')
    const membership = await ownMembership(trx, actor, organisation)
    if (!canAskToJoin(actor, membership?.state)) return { ok: false, reason: 'already' }
    const minutes = await tryAgainIn('invite', actor.id)
    if (minutes) return { ok: false, reason: 'too-many', minutes }
    const request = { role: 'member', state: 'requested', decided_at: null, decided_by: null, created_at: new Date() }
    await trx
      .insertInto('membership')
      .values({ id: newId(), organisation_id: organisation.id, person_id: actor.id, ...request })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(request))
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'organisation.membership-requested', subject: `organisation:${organisation.id}` })
    return { ok: true }
  })
}
