import { randomBytes } from 'node:crypto'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { tryAgainIn } from '#app/people/limits.server.ts'
import { type MailFrame, mailPerson } from '#app/people/mail-person.server.ts'
import { sha256 } from '#app/people/session-adapter.server.ts'
import type { MembershipRole } from './organisation.ts'
import { canManageMembers } from './organisation.policy.ts'

type Input = { email: string; role: MembershipRole }
type Outcome = { ok: true; path: string } | { ok: false; reason: 'already' } | { ok: false; reason: 'too-many'; minutes: number }

/**
 * Mails an invitation to belong to a body, good for 30 days; a newer one to the same address replaces it. Whoever
 * follows the link while signed in becomes a member, so it does not matter whether the address has an account.
 * Refusals: `already` (an active member has this address), `too-many` (100 a day).
 */
export async function inviteMember(db: Db, actor: Actor, slug: string, input: Input, frame: MailFrame): Promise<Outcome> {
  return await db.transaction().execute(async (trx) => {
    const organisation = await trx.selectFrom('organisation').select(['id', 'name']).where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!organisation) throw new AppError('not-found')
    if (actor.kind !== 'person' || !canManageMembers(actor, organisation)) throw new AppError('forbidden')
    if (await isMember(trx, organisation.id, input.email)) return { ok: false, reason: 'already' }
    const minutes = await tryAgainIn('invite', actor.id)
    if (minutes) return { ok: false, reason: 'too-many', minutes }
    const token = randomBytes(32).toString('base64url')
    await replaceInvitation(trx, organisation.id, input, sha256(token))
    await recordAct(trx, { actorId: actor.id, action: 'organisation.member-invited', subject: `organisation:${organisation.id}` })
    const mail = { to: input.email, kind: 'organisation-invitation', path: `/organizzazioni/invito?token=${token}`, name: '' } as const
    return { ok: true, path: await mailPerson(trx, mail, frame) }
  })
}

async function isMember(trx: Db, organisationId: string, email: string): Promise<boolean> {
  const row = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('membership.id')
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.state', '=', 'active')
    .where('person.email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

async function replaceInvitation(trx: Db, organisationId: string, { email, role }: Input, tokenHash: string): Promise<void> {
  await trx
    .deleteFrom('membership')
    .where('organisation_id', '=', organisationId)
    .where('invited_email', '=', email)
    .where('state', '=', 'invited')
    .execute()
  await trx
    .insertInto('membership')
    .values({ id: newId(), organisation_id: organisationId, invited_email: email, role, state: 'invited', token_hash: tokenHash })
    .execute()
}
