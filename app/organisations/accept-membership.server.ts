import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { announceAccessChange } from '#app/people/session.server.ts'
import { sha256 } from '#app/people/session-adapter.server.ts'
import { membershipRoleOf } from './organisation.ts'

const openInvitation = (db: Db, token: string) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.id', 'membership.role', 'membership.organisation_id', 'organisation.name', 'organisation.slug'])
    .where('membership.token_hash', '=', sha256(token))
    .where('membership.state', '=', 'invited')
    .where('membership.created_at', '>', sql<Date>`now() - interval '30 days'`)

/** The body and role behind an invitation's link; undefined when it no longer works. */
export async function findMembershipInvitation(db: Db, token: string) {
  const found = await openInvitation(db, token).executeTakeFirst()
  return found && { name: found.name, slug: found.slug, role: membershipRoleOf(found.role) }
}

/**
 * Takes up an invitation with the signed-in account. An earlier membership or request of the person becomes this one.
 * Refusal: `link` (unknown, used, withdrawn, older than 30 days).
 */
export async function acceptMembership(
  db: Db,
  actor: Person,
  token: string,
): Promise<{ ok: true; slug: string } | { ok: false; reason: 'link' }> {
  return await db.transaction().execute(async (trx) => {
    const found = await openInvitation(trx, token).forUpdate('membership').executeTakeFirst()
    if (!found) return { ok: false, reason: 'link' }
    await trx.deleteFrom('membership').where('organisation_id', '=', found.organisation_id).where('person_id', '=', actor.id).execute()
    await trx
      .updateTable('membership')
      // The invited address is no longer needed, and may be another than the account's.
      .set({ person_id: actor.id, invited_email: null, token_hash: null, state: 'active', decided_at: new Date(), decided_by: actor.id })
      .where('id', '=', found.id)
      .execute()
    const subject = `organisation:${found.organisation_id}`
    await recordAct(trx, { actorId: actor.id, action: 'organisation.member-joined', subject, detail: { role: found.role } })
    await announceAccessChange(trx, actor.id)
    return { ok: true, slug: found.slug }
  })
}
