import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/**
 * Tells every node, at commit, that these participants have other rights: the live server rechecks their sockets or
 * closes them, and their pages find out at the next request.
 */
export async function announceToParticipants(trx: Db, participantIds: readonly string[]): Promise<void> {
  if (participantIds.length === 0) return
  await sql`select pg_notify('access_changed', id) from unnest(${participantIds}::text[]) as x(id)`.execute(trx)
}

/** Tells it of everybody who sits at a table of this meeting. */
export async function announceToSeated(trx: Db, meetingId: string): Promise<void> {
  const seated = await trx
    .selectFrom('table_seat as s')
    .innerJoin('codesign_table as t', 't.id', 's.table_id')
    .where('t.meeting_id', '=', meetingId)
    .select('s.participant_id')
    .execute()
  await announceToParticipants(
    trx,
    seated.map((row) => row.participant_id),
  )
}
