import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** A person's open sessions, latest first. Rows carry the hash, which identifies but does not open. */
export async function listSessions(db: Db, personId: string) {
  return await db
    .selectFrom('session')
    .select(['id as hash', 'created_at as startedAt', 'last_seen_at as lastSeenAt', 'user_agent as userAgent'])
    .where('user_id', '=', personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('last_seen_at', 'desc')
    .execute()
}
