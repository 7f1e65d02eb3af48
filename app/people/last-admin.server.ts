import type { Db } from '#db/connection.ts'

/**
 * True when this person is the only active administrator. Locks the administrators' rows, so that two of them
 * cannot leave at the same moment.
 */
export async function isLastAdmin(trx: Db, personId: string): Promise<boolean> {
  const admins = await trx
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'admin')
    .where('suspended_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return admins.length === 1 && admins[0]?.id === personId
}
