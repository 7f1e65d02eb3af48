import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { revokeJoinCode } from '../join/revoke-join-code.server.ts'
import { announceToSeated } from './announce-to-participants.server.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/**
 * Ends a meeting: its codes let nobody in, its questions are closed, and everybody who came in by its codes or sits at
 * its tables stops writing within two seconds. What was said stays. Facilitators of the process.
 */
export async function closeMeeting(db: Db, actor: Person, place: Place): Promise<void> {
  const { meetingId } = place
  await atMeeting(db, actor, place, 'meeting.closed', async (trx) => {
    await trx.updateTable('meeting').set({ closed_at: new Date(), timer_ends_at: null }).where('id', '=', meetingId).execute()
    await trx.updateTable('prompt').set({ state: 'closed' }).where('meeting_id', '=', meetingId).where('state', '=', 'open').execute()
    const codes = await trx
      .selectFrom('join_code')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .where('revoked_at', 'is', null)
      .execute()
    for (const { id } of codes) await revokeJoinCode(trx, id)
    await announceToSeated(trx, meetingId)
    return { result: undefined, detail: { codes: codes.length } }
  })
}
