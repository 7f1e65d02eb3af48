import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { recordAct } from './audit.server.ts'
import { checkOwnPassword, type PasswordRefusal } from './check-own-password.server.ts'
import { tryAgainIn } from './limits.server.ts'
import { type MailFrame, mailPerson } from './mail-person.server.ts'
import { CONFIRM_HOURS } from './person.ts'
import { dropTokens, issueToken, peekToken, takeToken } from './tokens.server.ts'

const payloadSchema = z.object({ email: z.string() })

/**
 * Mails a confirmation link to the new address; the old one stays until it is followed.
 * An address that is taken answers alike, and gets no mail.
 */
export async function requestEmailChange(
  db: Db,
  actor: Person,
  input: { current: string; email: string },
  frame: MailFrame,
): Promise<{ ok: true; path: string | undefined } | PasswordRefusal> {
  const refusal = await checkOwnPassword(db, actor, input.current)
  if (refusal) return refusal
  if (await tryAgainIn('mail-address', input.email)) return { ok: true, path: undefined }
  return await db.transaction().execute(async (trx) => {
    const taken = await trx.selectFrom('person').select('id').where('email', '=', input.email).executeTakeFirst()
    if (taken) return { ok: true, path: undefined }
    await dropTokens(trx, actor.id, 'change-email')
    const payload = { email: input.email }
    const token = await issueToken(trx, { purpose: 'change-email', personId: actor.id, payload, hours: CONFIRM_HOURS })
    const mail = { to: input.email, kind: 'change', path: `/email/conferma?token=${token}`, name: actor.name } as const
    return { ok: true, path: await mailPerson(trx, mail, frame) }
  })
}

/** The new address behind a link, without spending it. */
export async function findEmailChange(db: Db, token: string): Promise<string | undefined> {
  const found = await peekToken(db, 'change-email', token)
  return found && payloadSchema.parse(found.payload).email
}

/** Makes the new address the person's own and tells the old one. Refusal: `link` (unknown, used, old, or address taken meanwhile). */
export async function confirmEmailChange(db: Db, token: string, frame: MailFrame): Promise<{ ok: true } | { ok: false; reason: 'link' }> {
  return await db.transaction().execute(async (trx) => {
    const found = await takeToken(trx, 'change-email', token)
    if (!found?.person_id) return { ok: false, reason: 'link' }
    const { email } = payloadSchema.parse(found.payload)
    const person = await trx
      .selectFrom('person')
      .select(['email', 'name'])
      .where('id', '=', found.person_id)
      .where('closed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    const taken = await trx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
    if (!person || taken) return { ok: false, reason: 'link' }
    await trx.updateTable('person').set({ email, email_confirmed_at: new Date() }).where('id', '=', found.person_id).execute()
    await dropTokens(trx, found.person_id, 'reset-password')
    await recordAct(trx, { actorId: found.person_id, action: 'person.email-changed', subject: `person:${found.person_id}` })
    await mailPerson(trx, { to: person.email, kind: 'changed', path: '/contatti', name: person.name }, frame)
    return { ok: true }
  })
}
