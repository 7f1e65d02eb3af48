import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** Deletes sessions and links that no longer open anything. Run daily; returns how many rows went. */
export async function sweepExpired(db: Db): Promise<{ sessions: number; tokens: number }> {
  const sessions = await db
    .deleteFrom('session')
    .where('expires_at', '<=', sql<Date>`now()`)
    .executeTakeFirst()
  const tokens = await db
    .deleteFrom('person_token')
    .where((row) => row.or([row('expires_at', '<=', sql<Date>`now()`), row('used_at', '<=', sql<Date>`now() - interval '1 day'`)]))
    .executeTakeFirst()
  return { sessions: Number(sessions.numDeletedRows), tokens: Number(tokens.numDeletedRows) }
}
