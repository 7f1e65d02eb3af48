import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { languages } from '#app/shared/languages.ts'
import { recordAct } from './audit.server.ts'
import { peekToken, takeToken } from './tokens.server.ts'

const pendingSchema = z.object({ name: z.string(), email: z.string(), passwordHash: z.string(), locale: z.enum(languages) })

/** Name and address of the registration behind a link, without spending it; undefined when the link no longer works. */
export async function findRegistration(db: Db, token: string): Promise<{ name: string; email: string } | undefined> {
  const found = await peekToken(db, 'confirm-email', token)
  if (!found) return undefined
  const { name, email } = pendingSchema.parse(found.payload)
  return { name, email }
}

/**
 * Makes the account of a confirmed registration. It does not sign in: whoever follows the link must also know the
 * password, so nobody can be lured into an account that a stranger prepared.
 * Refusals: `link` (unknown, used, older than 48 hours, or the address was taken meanwhile).
 */
export async function confirmRegistration(db: Db, token: string): Promise<{ ok: true; email: string } | { ok: false; reason: 'link' }> {
  return await db.transaction().execute(async (trx) => {
    const found = await takeToken(trx, 'confirm-email', token)
    if (!found) return { ok: false, reason: 'link' }
    const pending = pendingSchema.parse(found.payload)
    const id = newId()
    const made = await trx
      .insertInto('person')
      .values({
        id,
        name: pending.name,
        email: pending.email,
        password_hash: pending.passwordHash,
        locale: pending.locale,
        email_confirmed_at: new Date(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return { ok: false, reason: 'link' }
    // The waiting registration holds a password hash: it has no further use.
    await trx.updateTable('person_token').set({ payload: '{}' }).where('token_hash', '=', found.token_hash).execute()
    await recordAct(trx, { actorId: id, action: 'person.registered', subject: `person:${id}` })
    return { ok: true, email: pending.email }
  })
}
