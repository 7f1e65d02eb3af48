import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { announceToParticipants } from '../board/announce-to-participants.server.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

/** Stops somebody from answering and writing within two seconds, or lets them again; what they said stays. Facilitators of the process. */
export async function blockParticipant(db: Db, actor: Person, processId: string, participantId: string, blocked: boolean): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, processId)
    const changed = await trx
      .updateTable('participant')
      .set({ blocked_at: blocked ? new Date() : null })
      .where('id', '=', participantId)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    await announceToParticipants(trx, [participantId])
    const action = blocked ? 'participant.blocked' : 'participant.unblocked'
    await recordAct(trx, { actorId: actor.id, action, subject: `participant:${participantId}` })
  })
}
