import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { announceToParticipants } from '../board/announce-to-participants.server.ts'
import { atMeeting, type Place } from '../board/meeting-act.server.ts'

/** Closes one table's text to those who sit at it, or opens it again; within two seconds their sockets follow. */
export async function lockTable(db: Db, actor: Person, place: Place, tableId: string, locked: boolean): Promise<void> {
  await atMeeting(db, actor, place, locked ? 'table.locked' : 'table.unlocked', async (trx) => {
    const table = await trx
      .updateTable('codesign_table')
      .set({ locked })
      .where('id', '=', tableId)
      .where('meeting_id', '=', place.meetingId)
      .returning('id')
      .executeTakeFirst()
    if (!table) throw new AppError('not-found')
    const seats = await trx.selectFrom('table_seat').select('participant_id').where('table_id', '=', tableId).execute()
    await announceToParticipants(
      trx,
      seats.map((seat) => seat.participant_id),
    )
    return { result: undefined, detail: { table: tableId } }
  })
}
