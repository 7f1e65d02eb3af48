import type { Db } from '#db/connection.ts'

/**
 * Seam for tables (app/codesign/tables): takes back what these participants wrote in table texts, in the caller's
 * transaction, and leaves what others wrote. Until tables hold live text there is nothing to take back.
 */
export async function revertTableWords(_trx: Db, _participantIds: readonly string[]): Promise<void> {
  await Promise.resolve()
}
