import type { Db } from '#db/connection.ts'
import { networkOf, tryAgainIn } from './limits.server.ts'
import { type MailFrame, mailPerson } from './mail-person.server.ts'
import { noFasterThan } from './no-faster-than.server.ts'
import { RESET_HOURS } from './person.ts'
import type { MailOutcome } from './register-person.server.ts'
import { dropTokens, issueToken } from './tokens.server.ts'

/**
 * Mails a link for a new password, good for 2 hours; only the latest works. Unknown, suspended and closed accounts
 * get the same answer, in the same time, and no mail.
 */
export async function requestPasswordReset(db: Db, email: string, frame: MailFrame & { ip: string }): Promise<MailOutcome> {
  const minutes = await tryAgainIn('mail-network', networkOf(frame.ip))
  if (minutes) return { ok: false, reason: 'too-many', minutes }
  return await noFasterThan(400, async () => {
    if (await tryAgainIn('mail-address', email)) return { ok: true, path: undefined }
    return await db.transaction().execute(async (trx) => {
      const person = await trx
        .selectFrom('person')
        .select(['id', 'name'])
        .where('email', '=', email)
        .where('closed_at', 'is', null)
        .where('suspended_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!person) return { ok: true, path: undefined }
      await dropTokens(trx, person.id, 'reset-password')
      const token = await issueToken(trx, { purpose: 'reset-password', personId: person.id, hours: RESET_HOURS })
      const path = `/password/nuova?token=${token}`
      return { ok: true, path: await mailPerson(trx, { to: email, kind: 'reset', path, name: person.name }, frame) }
    })
  })
}
