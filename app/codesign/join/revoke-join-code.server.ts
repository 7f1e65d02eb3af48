import { sql } from 'kysely'
import { inTransaction } from '#app/documents/log/in-transaction.server.ts'
import type { Db } from '#db/connection.ts'

/**
 * Ends a code now: nobody comes in by it any more, and whoever did can neither answer nor write. Their pages say so at
 * the next request, and the live server is told of each of them, so that their sockets close. Who may is decided by
 * the caller, whose transaction it joins. Returns how many participants it concerned.
 */
export async function revokeJoinCode(db: Db, joinCodeId: string): Promise<number> {
  return inTransaction(db, async (trx) => {
    await trx
      .updateTable('join_code')
      .set({ revoked_at: new Date() })
      .where('id', '=', joinCodeId)
      .where('revoked_at', 'is', null)
      .execute()
    const told = await trx
      .selectFrom('participant')
      .where('join_code_id', '=', joinCodeId)
      .select(sql`pg_notify('access_changed', id::text)`.as('told'))
      .execute()
    return told.length
  })
}
