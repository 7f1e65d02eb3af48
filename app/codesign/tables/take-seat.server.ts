import { sql } from 'kysely'
import type { Participant } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'

/**
 * Seats a participant at a table of the meeting they came in for, or without a table at the one with the fewest; they
 * leave the one they sat at. Returns the table's id. Refusals: not-found (no such table in their process), forbidden
 * while the facilitator keeps seats as they are (`locked`).
 */
export async function takeSeat(db: Db, participant: Participant, meetingId: string, tableId?: string): Promise<string> {
  return await db.transaction().execute(async (trx) => {
    const meeting = await trx
      .selectFrom('meeting')
      .where('id', '=', meetingId)
      .where('process_id', '=', participant.processId)
      .select(['locked', 'closed_at'])
      .forShare()
      .executeTakeFirst()
    if (!meeting) throw new AppError('not-found')
    if (meeting.locked || meeting.closed_at) throw new AppError('forbidden')
    // Seats are counted under one lock for the meeting: 150 who come at once spread evenly.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`seats ${meetingId}`}, 0))`.execute(trx)
    const table = await trx
      .selectFrom('codesign_table as t')
      .where('t.meeting_id', '=', meetingId)
      .$if(tableId !== undefined, (query) => query.where('t.id', '=', tableId!))
      .select('t.id')
      .orderBy(sql`(select count(*) from table_seat s where s.table_id = t.id)`)
      .orderBy('t.position')
      .limit(1)
      .executeTakeFirst()
    if (!table) throw new AppError('not-found')
    await trx
      .insertInto('table_seat')
      .values({ participant_id: participant.id, table_id: table.id })
      .onConflict((conflict) => conflict.column('participant_id').doUpdateSet({ table_id: table.id }))
      .execute()
    await sql`select pg_notify('access_changed', ${participant.id})`.execute(trx)
    return table.id
  })
}
