import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Actor, Role } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from './audit.server.ts'
import { tryAgainIn } from './limits.server.ts'
import { type MailFrame, mailPerson } from './mail-person.server.ts'
import { INVITATION_HOURS } from './person.ts'
import { canAdminister } from './person.policy.ts'
import { issueToken } from './tokens.server.ts'

type Outcome = { ok: true; path: string } | { ok: false; reason: 'taken' } | { ok: false; reason: 'too-many'; minutes: number }

/**
 * Mails an invitation to make an account with a role, good for 14 days; a newer one for the same address replaces it.
 * Refusals: `taken` (the address has an account: change its role instead), `too-many` (100 a day).
 */
export async function invitePerson(db: Db, actor: Actor, input: { email: string; role: Role }, frame: MailFrame): Promise<Outcome> {
  if (actor.kind !== 'person' || !canAdminister(actor)) throw new AppError('forbidden')
  const minutes = await tryAgainIn('invite', actor.id)
  if (minutes) return { ok: false, reason: 'too-many', minutes }
  return await db.transaction().execute(async (trx) => {
    const taken = await trx.selectFrom('person').select('id').where('email', '=', input.email).executeTakeFirst()
    if (taken) return { ok: false, reason: 'taken' }
    await dropInvitationsTo(trx, input.email)
    const payload = { ...input, by: actor.name }
    const token = await issueToken(trx, { purpose: 'invitation', personId: null, payload, hours: INVITATION_HOURS })
    await recordAct(trx, { actorId: actor.id, action: 'person.invited', subject: 'invitation', detail: { role: input.role } })
    const mail = { to: input.email, kind: 'invitation', path: `/registrati/invito?token=${token}`, name: '' } as const
    return { ok: true, path: await mailPerson(trx, mail, frame) }
  })
}

const dropInvitationsTo = (trx: Db, email: string) =>
  trx
    .deleteFrom('person_token')
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where(sql<boolean>`payload ->> 'email' = ${email}`)
    .execute()

/** Withdraws an open invitation, named by the hash of its token. */
export async function withdrawInvitation(db: Db, actor: Actor, hash: string): Promise<void> {
  if (actor.kind !== 'person' || !canAdminister(actor)) throw new AppError('forbidden')
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('person_token')
      .where('purpose', '=', 'invitation')
      .where('token_hash', '=', hash)
      .where('used_at', 'is', null)
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'person.invitation-withdrawn', subject: 'invitation' })
  })
}
