import type { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { networkOf, tryAgainIn } from './limits.server.ts'
import { type MailFrame, mailPerson } from './mail-person.server.ts'
import { noFasterThan } from './no-faster-than.server.ts'
import { hashPassword } from './password.server.ts'
import { CONFIRM_HOURS } from './person.ts'
import type { registerSchema } from './person.schema.ts'
import { issueToken } from './tokens.server.ts'

type Input = z.infer<typeof registerSchema>
export type MailOutcome = { ok: true; path: string | undefined } | { ok: false; reason: 'too-many'; minutes: number }

/**
 * Mails a link that confirms the address. Until it is followed the registration waits inside the token: no account
 * exists that its owner did not ask for. A taken address answers alike and its owner is told by mail.
 * `path` is the mailed link's path, for showing where mail does not leave the machine.
 */
export async function registerPerson(db: Db, input: Input, frame: MailFrame & { ip: string }): Promise<MailOutcome> {
  const minutes = await tryAgainIn('register-network', networkOf(frame.ip))
  if (minutes) return { ok: false, reason: 'too-many', minutes }
  return await noFasterThan(400, async () => {
    const passwordHash = await hashPassword(input.password)
    // Quietly: the answer must not tell how often an address was tried.
    if (await tryAgainIn('mail-address', input.email)) return { ok: true, path: undefined }
    return await db.transaction().execute(async (trx) => {
      const taken = await trx.selectFrom('person').select('id').where('email', '=', input.email).executeTakeFirst()
      if (taken) return { ok: true, path: await mailPerson(trx, { to: input.email, kind: 'taken', path: '/password', name: '' }, frame) }
      const payload = { name: input.name, email: input.email, passwordHash, locale: frame.lang }
      const token = await issueToken(trx, { purpose: 'confirm-email', personId: null, payload, hours: CONFIRM_HOURS })
      const path = `/registrati/conferma?token=${token}`
      return { ok: true, path: await mailPerson(trx, { to: input.email, kind: 'confirm', path, name: input.name }, frame) }
    })
  })
}
