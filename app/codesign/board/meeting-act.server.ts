import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

/** Where an act at the board happens: the process whose facilitators may, and the meeting it concerns. */
export type Place = { processId: string; meetingId: string }

/**
 * The skeleton of every act at the board: lock, allow, `write`, and tell the audit trail what was done to which
 * meeting; facts are states and counts, never words. Throws not-found for a meeting of another process.
 */
export function atMeeting<Result>(
  db: Db,
  actor: Person,
  place: Place,
  action: string,
  write: (trx: Db) => Promise<{ result: Result; detail?: Record<string, string | number | boolean> }>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, place.processId)
    const meeting = await trx
      .selectFrom('meeting')
      .select('id')
      .where('id', '=', place.meetingId)
      .where('process_id', '=', place.processId)
      .executeTakeFirst()
    if (!meeting) throw new AppError('not-found')
    const { result, detail } = await write(trx)
    await recordAct(trx, { actorId: actor.id, action, subject: `meeting:${place.meetingId}`, ...(detail && { detail }) })
    return result
  })
}
