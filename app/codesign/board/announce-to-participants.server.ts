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
