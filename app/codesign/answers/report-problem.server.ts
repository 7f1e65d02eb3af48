import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { participantLimits } from '../join/participant-limits.server.ts'
import type { Here } from '../join/participant-session.server.ts'

/** A participant says that something is wrong; facilitators find it in their queue. False after ten within an hour. */
export async function reportProblem(db: Db, here: Here, { reason, tableId }: { reason: string; tableId?: string }): Promise<boolean> {
  if (await participantLimits.secondsToWait('report-participant', here.participant.id)) return false
  await db
    .insertInto('contribution_report')
    .values({
      id: newId(),
      process_id: here.participant.processId,
      reporter_id: here.participant.id,
      table_id: tableId ?? null,
      reason: reason.trim().slice(0, 1_000),
    })
    .execute()
  return true
}
