import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { randomCode } from './random-code.server.ts'

export type NewJoinCode = {
  processId: string
  meetingId?: string | undefined
  /** How many people may come in by it, 1 to 2000; 200 unless told. */
  capacity?: number
  expiresAt: Date
  /** The facilitator who made it. */
  createdBy?: string | undefined
}

/**
 * Makes a code for a process or one of its meetings. Who may is decided by the caller (facilitators of the process).
 * Two codes are never alike: of 2^40 a taken one is simply drawn again.
 */
export async function createJoinCode(
  db: Db,
  { processId, meetingId, capacity = 200, expiresAt, createdBy }: NewJoinCode,
): Promise<{ id: string; code: string }> {
  const made = await db
    .insertInto('join_code')
    .values({
      id: newId(),
      code: randomCode(8),
      process_id: processId,
      meeting_id: meetingId ?? null,
      capacity,
      expires_at: expiresAt,
      created_by: createdBy ?? null,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['id', 'code'])
    .executeTakeFirst()
  return made ?? createJoinCode(db, { processId, meetingId, capacity, expiresAt, createdBy })
}
