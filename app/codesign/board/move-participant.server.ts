import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { announceToParticipants } from './announce-to-participants.server.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/** Seats somebody at a table of this meeting, or with null takes them from every table. Facilitators of the process. */
export async function moveParticipant(db: Db, actor: Person, place: Place, participantId: string, tableId: string | null): Promise<void> {
  await atMeeting(db, actor, place, 'participant.moved', async (trx) => {
    const here = await trx
      .selectFrom('participant')
      .select('id')
      .where('id', '=', participantId)
      .where('process_id', '=', place.processId)
      .executeTakeFirst()
    const table =
      tableId === null ||
      (await trx
        .selectFrom('codesign_table')
        .select('id')
        .where('id', '=', tableId)
        .where('meeting_id', '=', place.meetingId)
        .executeTakeFirst())
    if (!here || !table) throw new AppError('not-found')
    await trx.deleteFrom('table_seat').where('participant_id', '=', participantId).execute()
    if (tableId !== null) await trx.insertInto('table_seat').values({ participant_id: participantId, table_id: tableId }).execute()
    await announceToParticipants(trx, [participantId])
    return { result: undefined }
  })
}
