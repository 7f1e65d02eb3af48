import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Role } from '#app/shared/actor.ts'
import type { Lang } from '#app/shared/languages.ts'
import { recordAct } from './audit.server.ts'
import { findInvitation, invitationSchema } from './invitation.queries.server.ts'
import { hashPassword } from './password.server.ts'
import { takeToken } from './tokens.server.ts'

type Input = { token: string; name: string; password: string }
type Outcome = { ok: true; person: { id: string; role: Role } } | { ok: false; reason: 'link' }

/**
 * Makes the account an administrator invited; following the mailed link has confirmed the address.
 * Refusal: `link` (unknown, used, withdrawn, older than 14 days, or the address has an account meanwhile).
 */
export async function acceptInvitation(db: Db, input: Input, { lang }: { lang: Lang }): Promise<Outcome> {
  if (!(await findInvitation(db, input.token))) return { ok: false, reason: 'link' }
  const passwordHash = await hashPassword(input.password)
  return await db.transaction().execute(async (trx) => {
    const found = await takeToken(trx, 'invitation', input.token)
    if (!found) return { ok: false, reason: 'link' }
    const { email, role } = invitationSchema.parse(found.payload)
    const id = newId()
    const made = await trx
      .insertInto('person')
      .values({ id, email, role, name: input.name, password_hash: passwordHash, locale: lang, email_confirmed_at: new Date() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return { ok: false, reason: 'link' }
    await recordAct(trx, { actorId: id, action: 'person.registered', subject: `person:${id}`, detail: { role } })
    return { ok: true, person: { id, role } }
  })
}
