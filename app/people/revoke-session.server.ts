import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { recordAct } from './audit.server.ts'
import { announceAccessChange } from './session.server.ts'

/** Ends one of the actor's own sessions, by its hash; somebody else's hash does nothing. Open sockets close. */
export async function revokeSession(db: Db, actor: Person, hash: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await trx.deleteFrom('session').where('id', '=', hash).where('user_id', '=', actor.id).executeTakeFirst()
    if (ended.numDeletedRows === 0n) return
    await recordAct(trx, { actorId: actor.id, action: 'person.session-revoked', subject: `person:${actor.id}` })
    await announceAccessChange(trx, actor.id)
  })
}

/** Ends every session of a person but the one kept, and tells the live server; inside the caller's transaction. */
export async function endSessionsOf(trx: Db, personId: string, options: { keep?: string | undefined } = {}): Promise<void> {
  let sessions = trx.deleteFrom('session').where('user_id', '=', personId)
  if (options.keep) sessions = sessions.where('id', '!=', options.keep)
  await sessions.execute()
  await announceAccessChange(trx, personId)
}
