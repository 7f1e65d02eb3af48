import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import type { ProcessFacts } from '../process/process.policy.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

/** Where an act at the board happens: the process whose facilitators may, and the meeting it concerns. */
export type Place = { processId: string; meetingId: string }

/** What an act leaves: its result and what the audit trail says of it; nothing is said when it was refused. */
type Written<Result> = { result: Result; detail?: Record<string, string | number | boolean>; refused?: boolean }

/**
 * The skeleton of every act at the board: lock, allow, `write`, and tell the audit trail what was done to which
 * meeting; facts are states and counts, never words. Throws not-found for a meeting of another process.
 */
export function atMeeting<Result>(
  db: Db,
  actor: Person,
  place: Place,
  action: string,
  write: (trx: Db, process: ProcessFacts) => Promise<Written<Result>>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const process = await lockForFacilitation(trx, actor, place.processId)
    const meeting = await trx
      .selectFrom('meeting')
      .select('id')
      .where('id', '=', place.meetingId)
      .where('process_id', '=', place.processId)
      .executeTakeFirst()
    if (!meeting) throw new AppError('not-found')
    const { result, detail, refused } = await write(trx, process)
    if (!refused) await recordAct(trx, { actorId: actor.id, action, subject: `meeting:${place.meetingId}`, ...(detail && { detail }) })
    return result
  })
}
