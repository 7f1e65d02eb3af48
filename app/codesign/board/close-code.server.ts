import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { revokeJoinCode } from '../join/revoke-join-code.server.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/**
 * Closes a code of the process: nobody comes in, and everybody who did stops writing within two seconds; the old code
 * explains itself to whoever was sent it. Returns how many people it concerned. Facilitators of the process.
 */
export async function closeCode(db: Db, actor: Person, place: Place, codeId: string): Promise<number> {
  return await atMeeting(db, actor, place, 'code.closed', async (trx) => {
    const code = await trx
      .selectFrom('join_code')
      .select('id')
      .where('id', '=', codeId)
      .where('process_id', '=', place.processId)
      .executeTakeFirst()
    if (!code) throw new AppError('not-found')
    const people = await revokeJoinCode(trx, code.id)
    return { result: people, detail: { people } }
  })
}
