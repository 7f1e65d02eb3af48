import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { announceAccessChange } from '#app/people/session.server.ts'
import { changeOf, type MembershipAct, type MembershipChange } from './membership-acts.ts'
import { membershipRoleOf, membershipStateOf } from './organisation.ts'
import { canManageMembers } from './organisation.policy.ts'

type Decision = { membershipId: string; act: MembershipAct }

/**
 * Approves or refuses a request, ends a membership or withdraws an invitation, changes a member's role. Contacts of
 * the body and editors; a person may also end their own. Refusal: `stale` (somebody decided before).
 */
export async function decideMembership(
  db: Db,
  actor: Actor,
  { membershipId, act }: Decision,
): Promise<{ ok: true } | { ok: false; reason: 'stale' }> {
  return await db.transaction().execute(async (trx) => {
    const membership = await trx
      .selectFrom('membership')
      .select(['id', 'organisation_id', 'person_id', 'state', 'role'])
      .where('id', '=', membershipId)
      .forUpdate()
      .executeTakeFirst()
    if (!membership || actor.kind !== 'person') throw new AppError('not-found')
    const own = act === 'end' && membership.person_id === actor.id
    if (!own && !canManageMembers(actor, { id: membership.organisation_id })) throw new AppError('forbidden')
    const change = changeOf(act, { state: membershipStateOf(membership.state), role: membershipRoleOf(membership.role) })
    if (!change) return { ok: false, reason: 'stale' }
    // A withdrawn invitation leaves no address behind.
    if (membership.person_id === null) await trx.deleteFrom('membership').where('id', '=', membership.id).execute()
    else await save(trx, membership.id, { ...change, decided_by: actor.id })
    const subject = `organisation:${membership.organisation_id}`
    await recordAct(trx, { actorId: actor.id, action: `organisation.membership-${act}`, subject })
    if (membership.person_id) await announceAccessChange(trx, membership.person_id)
    return { ok: true }
  })
}

const save = (trx: Db, id: string, change: MembershipChange & { decided_by: string }) =>
  trx
    .updateTable('membership')
    .set({ ...change, decided_at: new Date() })
    .where('id', '=', id)
    .execute()
