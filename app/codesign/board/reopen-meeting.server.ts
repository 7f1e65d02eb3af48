import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/** Takes the closing of a meeting back. Its codes stay closed: people come in by a new one. Facilitators of the process. */
export async function reopenMeeting(db: Db, actor: Person, place: Place): Promise<void> {
  await atMeeting(db, actor, place, 'meeting.reopened', async (trx) => {
    await trx.updateTable('meeting').set({ closed_at: null }).where('id', '=', place.meetingId).execute()
    return { result: undefined }
  })
}
