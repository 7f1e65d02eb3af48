import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { recordAct } from './audit.server.ts'
import { checkOwnPassword, type PasswordRefusal } from './check-own-password.server.ts'
import { hashPassword } from './password.server.ts'
import { endSessionsOf } from './revoke-session.server.ts'
import { dropTokens } from './tokens.server.ts'

type Input = { current: string; password: string }

/** Changes the actor's password and ends their other sessions and open reset links. */
export async function changePassword(
  db: Db,
  actor: Person,
  input: Input,
  { sessionHash }: { sessionHash: string | undefined },
): Promise<{ ok: true } | PasswordRefusal> {
  const refusal = await checkOwnPassword(db, actor, input.current)
  if (refusal) return refusal
  const passwordHash = await hashPassword(input.password)
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', actor.id).execute()
    await dropTokens(trx, actor.id, 'reset-password')
    await endSessionsOf(trx, actor.id, { keep: sessionHash })
    await recordAct(trx, { actorId: actor.id, action: 'person.password-changed', subject: `person:${actor.id}` })
  })
  return { ok: true }
}
