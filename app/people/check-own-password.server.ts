import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { forgetTries, tryAgainIn } from './limits.server.ts'
import { verifyPassword } from './password.server.ts'

export type PasswordRefusal = { ok: false; reason: 'password-wrong' } | { ok: false; reason: 'too-many'; minutes: number }

/** Asks a signed-in person for the password again before what cannot be undone; undefined when it is right. */
export async function checkOwnPassword(db: Db, actor: Person, password: string): Promise<PasswordRefusal | undefined> {
  const minutes = await tryAgainIn('password-check', actor.id)
  if (minutes) return { ok: false, reason: 'too-many', minutes }
  const { password_hash } = await db.selectFrom('person').select('password_hash').where('id', '=', actor.id).executeTakeFirstOrThrow()
  if (!(await verifyPassword(password_hash, password))) return { ok: false, reason: 'password-wrong' }
  await forgetTries('password-check', actor.id)
  return undefined
}
