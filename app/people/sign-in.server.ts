import type { Db } from '#db/connection.ts'
import type { Role } from '#app/shared/actor.ts'
import { forgetTries, networkOf, tryAgainIn } from './limits.server.ts'
import { verifyPassword } from './password.server.ts'
import { sameAddress } from './person.ts'

type SignInOutcome =
  | { ok: true; person: { id: string; role: Role } }
  | { ok: false; reason: 'wrong' | 'suspended' }
  | { ok: false; reason: 'too-many'; minutes: number }

/**
 * Checks address and password. `wrong` says the same for unknown, closed and mistyped, in the same time;
 * `suspended` is told only to who knows the password. 5 tries per 15 minutes per account and network.
 */
export async function signIn(db: Db, input: { email: string; password: string }, { ip }: { ip: string }): Promise<SignInOutcome> {
  const email = sameAddress(input.email)
  const network = networkOf(ip)
  const minutes = (await tryAgainIn('sign-in', email, network)) ?? (await tryAgainIn('sign-in-network', network))
  if (minutes) return { ok: false, reason: 'too-many', minutes }
  const person = await db
    .selectFrom('person')
    .select(['id', 'role', 'password_hash', 'suspended_at'])
    .where('email', '=', email)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const matches = await verifyPassword(person?.password_hash, input.password)
  if (!person || !matches) return { ok: false, reason: 'wrong' }
  await forgetTries('sign-in', email, network)
  if (person.suspended_at) return { ok: false, reason: 'suspended' }
  return { ok: true, person: { id: person.id, role: person.role as Role } }
}
