import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { participantLimits } from '../join/participant-limits.server.ts'
import type { Here } from '../join/participant-session.server.ts'

/** Cards a participant may mean: those the room's screen shows now, nobody's name with them. At most 24, as there. */
export async function listCardsOnScreen(db: Db, { meetingId }: Here): Promise<{ id: string; lang: string; body: string }[]> {
  if (!meetingId) return []
  return await db
    .selectFrom('contribution as c')
    .innerJoin('meeting as m', 'm.projected_prompt_id', 'c.prompt_id')
    .where('m.id', '=', meetingId)
    .where('c.state', '=', 'shown')
    .where('c.merged_into', 'is', null)
    .where('c.body', '<>', '')
    .select(['c.id', 'c.lang', 'c.body'])
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(24)
    .execute()
}

/**
 * A participant says that something is wrong, with a card of the screen when they mean one, and the table they sit at;
 * facilitators find it in their queue. False after ten within an hour.
 */
export async function reportProblem(db: Db, here: Here, { reason, cardId }: { reason: string; cardId?: string }): Promise<boolean> {
  if (await participantLimits.secondsToWait('report-participant', here.participant.id)) return false
  const meant = cardId && (await listCardsOnScreen(db, here)).find(({ id }) => id === cardId)?.id
  await db
    .insertInto('contribution_report')
    .values({
      id: newId(),
      process_id: here.participant.processId,
      reporter_id: here.participant.id,
      contribution_id: meant || null,
      table_id: here.participant.tableId ?? null,
      reason: reason.trim().slice(0, 1_000),
    })
    .execute()
  return true
}
