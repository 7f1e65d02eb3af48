import type { Db } from '#db/connection.ts'
import { recordAct } from './audit.server.ts'
import { hashPassword } from './password.server.ts'
import { endSessionsOf } from './revoke-session.server.ts'
import { peekToken, takeToken } from './tokens.server.ts'

/**
 * Sets a new password with the token of a mailed link and ends every session of the person.
 * Refusal: `link` (unknown, used, older than 2 hours, or the account was suspended or closed meanwhile).
 */
export async function resetPassword(
  db: Db,
  input: { token: string; password: string },
): Promise<{ ok: true } | { ok: false; reason: 'link' }> {
  // Hashing is dear: not for links that were never made.
  if (!(await peekToken(db, 'reset-password', input.token))) return { ok: false, reason: 'link' }
  const passwordHash = await hashPassword(input.password)
  return await db.transaction().execute(async (trx) => {
    const found = await takeToken(trx, 'reset-password', input.token)
    if (!found?.person_id) return { ok: false, reason: 'link' }
    const changed = await trx
      .updateTable('person')
      .set({ password_hash: passwordHash })
      .where('id', '=', found.person_id)
      .where('closed_at', 'is', null)
      .where('suspended_at', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) return { ok: false, reason: 'link' }
    await endSessionsOf(trx, found.person_id)
    await recordAct(trx, { actorId: found.person_id, action: 'person.password-reset', subject: `person:${found.person_id}` })
    return { ok: true }
  })
}
