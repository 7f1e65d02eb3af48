import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { createJoinCode } from '../join/create-join-code.server.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/** How long a code of a meeting lasts: people who write at home afterwards need some days, forwarded codes must die. */
const DAYS = 3

/**
 * A new code for a meeting, for at most `capacity` people; undefined while the process is not open, since nobody could
 * come in by it. Other codes stay as they are. Facilitators of the process.
 */
export async function openCode(db: Db, actor: Person, place: Place, capacity: number): Promise<string | undefined> {
  return await atMeeting(db, actor, place, 'code.opened', async (trx, { state }) => {
    if (state !== 'open') return { result: undefined, refused: true }
    const expiresAt = new Date(Date.now() + DAYS * 86_400_000)
    const { code } = await createJoinCode(trx, { ...place, capacity, expiresAt, createdBy: actor.id })
    return { result: code }
  })
}
