import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { type Actor, roles } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { canAdminister } from './person.policy.ts'
import { peekToken } from './tokens.server.ts'

/** What an invitation to an account carries inside its token. */
export const invitationSchema = z.object({ email: z.string(), role: z.enum(roles), by: z.string() })

/** Open invitations to an account, for administrators; `hash` names one without opening it. */
export async function listInvitations(db: Db, actor: Actor) {
  if (!canAdminister(actor)) throw new AppError('forbidden')
  const rows = await db
    .selectFrom('person_token')
    .select(['token_hash as hash', 'payload', 'created_at as sentAt', 'expires_at as expiresAt'])
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ payload, ...row }) => ({ ...row, ...invitationSchema.parse(payload) }))
}

/** The invitation behind a link, without spending it; undefined when it no longer works. */
export async function findInvitation(db: Db, token: string) {
  const found = await peekToken(db, 'invitation', token)
  return found && invitationSchema.parse(found.payload)
}
