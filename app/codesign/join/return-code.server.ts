import type { Db } from '#db/connection.ts'
import { networkOf } from '#app/people/limits.server.ts'
import { participantLimits } from './participant-limits.server.ts'
import { hashOf, startParticipantSession } from './participant-session.server.ts'
import { randomCode } from './random-code.server.ts'
import { readReturnCode, RETURN_CODE_LENGTH } from './return-code.ts'

/** Makes this participant's return code and forgets the one before. It is given once: only its hash is kept. */
export async function makeReturnCode(db: Db, participantId: string): Promise<string> {
  const code = randomCode(RETURN_CODE_LENGTH)
  await db
    .updateTable('participant')
    .set({ return_code_sha256: hashOf(code) })
    .where('id', '=', participantId)
    .execute()
  return code
}

export type Returned = { ok: true; cookie: string } | { ok: false; reason: 'wrong' | 'too-many' }

/** Comes back with the personal code, on any device, also after the process has ended. The device before goes out. */
export async function returnByCode(db: Db, typed: string, { ip, secure }: { ip: string; secure: boolean }): Promise<Returned> {
  if (await participantLimits.secondsToWait('return-network', networkOf(ip))) return { ok: false, reason: 'too-many' }
  const code = readReturnCode(typed)
  const found =
    code === undefined
      ? undefined
      : await db.selectFrom('participant').select('id').where('return_code_sha256', '=', hashOf(code)).executeTakeFirst()
  if (!found) return { ok: false, reason: 'wrong' }
  return { ok: true, cookie: await startParticipantSession(db, found.id, { secure }) }
}
