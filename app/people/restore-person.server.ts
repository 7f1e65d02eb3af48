import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from './audit.server.ts'
import { canRestore } from './person.policy.ts'
import { lockAccount } from './person.queries.server.ts'

/** Ends a suspension: the person can sign in again, with the role they had. */
export async function restorePerson(db: Db, actor: Actor, personId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await lockAccount(trx, personId)
    if (actor.kind !== 'person' || !canRestore(actor, person)) throw new AppError('forbidden')
    await trx.updateTable('person').set({ suspended_at: null }).where('id', '=', personId).execute()
    await recordAct(trx, { actorId: actor.id, action: 'person.restored', subject: `person:${personId}` })
  })
}
