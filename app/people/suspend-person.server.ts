import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from './audit.server.ts'
import { isLastAdmin } from './last-admin.server.ts'
import { canSuspend } from './person.policy.ts'
import { lockAccount } from './person.queries.server.ts'
import { endSessionsOf } from './revoke-session.server.ts'

/** Suspends an account: nothing is deleted, nobody signs in with it, open sessions and sockets end. Refusal: `last-admin`. */
export async function suspendPerson(db: Db, actor: Actor, personId: string): Promise<{ ok: true } | { ok: false; reason: 'last-admin' }> {
  return await db.transaction().execute(async (trx) => {
    const wouldBeLast = await isLastAdmin(trx, personId)
    const person = await lockAccount(trx, personId)
    if (actor.kind !== 'person' || !canSuspend(actor, person)) throw new AppError('forbidden')
    if (wouldBeLast) return { ok: false, reason: 'last-admin' }
    await trx.updateTable('person').set({ suspended_at: new Date() }).where('id', '=', personId).execute()
    await endSessionsOf(trx, personId)
    await recordAct(trx, { actorId: actor.id, action: 'person.suspended', subject: `person:${personId}` })
    return { ok: true }
  })
}
