import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/**
 * Takes versions away: unnamed ones after 90 days; after 7 days all but the newest of each hour. What was kept on
 * purpose or before most of a text was removed is not thinned. Returns how many went.
 */
export async function thinVersions(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from document_version v where v.name is null and (
      v.created_at < ${now}::timestamptz - interval '90 days'
      or v.reason = 'time' and v.created_at < ${now}::timestamptz - interval '7 days' and exists (
        select from document_version w
        where w.document_id = v.document_id and w.lang = v.lang and w.created_at > v.created_at
          and date_trunc('hour', w.created_at, 'UTC') = date_trunc('hour', v.created_at, 'UTC')))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
