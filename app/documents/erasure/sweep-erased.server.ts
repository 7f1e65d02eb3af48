import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/**
 * Removes rows of an older epoch that were being committed while it ended: nothing reads them, and they may hold what
 * was erased. Runs after every erasure and with the job that keeps versions. Returns how many.
 */
export async function sweepErased(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from document_update u using document_text t
    where t.document_id = u.document_id and t.lang = u.lang and u.epoch < t.epoch`.execute(db)
  return Number(numAffectedRows ?? 0)
}
