import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { announceToSeated } from './announce-to-participants.server.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/** Rules of a meeting; those left out stay as they are. */
export type MeetingRules = {
  /** Nobody writes while it is locked; reading goes on. */
  locked?: boolean
  /** Seconds somebody waits between two answers; 0 is no wait, 600 the most. */
  slowSeconds?: number
  /** Answers with a link wait for a facilitator. */
  holdLinks?: boolean
  /** Everybody's first answer waits for a facilitator. */
  holdFirst?: boolean
  /** The timer runs out in so many minutes; 0 takes it away. */
  timerMinutes?: number
}

/**
 * Changes how a meeting goes on, for everybody in it at once. Locking is also told to the live server, since it ends
 * the right to write in the tables. Facilitators of the process.
 */
export async function setMeetingRules(db: Db, actor: Person, place: Place, rules: MeetingRules, now = new Date()): Promise<void> {
  const { locked, slowSeconds, holdLinks, holdFirst, timerMinutes } = rules
  await atMeeting(db, actor, place, 'meeting.rules', async (trx) => {
    await trx
      .updateTable('meeting')
      .set({
        ...(locked !== undefined && { locked }),
        ...(slowSeconds !== undefined && { slow_seconds: Math.min(600, Math.max(0, Math.round(slowSeconds))) }),
        ...(holdLinks !== undefined && { hold_links: holdLinks }),
        ...(holdFirst !== undefined && { hold_first: holdFirst }),
        ...(timerMinutes !== undefined && {
          timer_ends_at: timerMinutes > 0 ? new Date(now.getTime() + Math.min(timerMinutes, 600) * 60_000) : null,
        }),
      })
      .where('id', '=', place.meetingId)
      .execute()
    if (locked !== undefined) await announceToSeated(trx, place.meetingId)
    return { result: undefined, detail: { ...rules } }
  })
}
