import type { Db } from '#db/connection.ts'
import type { Actor, Role } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from './audit.server.ts'
import { isLastAdmin } from './last-admin.server.ts'
import { canChangeRole } from './person.policy.ts'
import { lockAccount } from './person.queries.server.ts'
import { endSessionsOf } from './revoke-session.server.ts'

/**
 * Gives an account another role. Their sessions end, since a session is as long and as strong as its role:
 * they sign in again. Refusal: `last-admin`.
 */
export async function changeRole(
  db: Db,
  actor: Actor,
  { personId, role }: { personId: string; role: Role },
): Promise<{ ok: true } | { ok: false; reason: 'last-admin' }> {
  return await db.transaction().execute(async (trx) => {
    const wouldBeLast = await isLastAdmin(trx, personId)
    const person = await lockAccount(trx, personId)
    if (actor.kind !== 'person' || !canChangeRole(actor, person)) throw new AppError('forbidden')
    if (wouldBeLast && role !== 'admin') return { ok: false, reason: 'last-admin' }
    if (person.role === role) return { ok: true }
    await trx.updateTable('person').set({ role }).where('id', '=', personId).execute()
    await endSessionsOf(trx, personId)
    const detail = { from: person.role, to: role }
    await recordAct(trx, { actorId: actor.id, action: 'person.role-changed', subject: `person:${personId}`, detail })
    return { ok: true }
  })
}
