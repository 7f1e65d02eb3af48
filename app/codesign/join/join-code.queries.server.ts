import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type CodeEnd, endOfCode, processStates } from './join-code.ts'

export type FoundCode = {
  id: string
  processId: string
  meetingId: string | null
  joined: number
  /** Why nobody new comes in by it; undefined while people may. */
  end: CodeEnd | 'full' | undefined
}

/** The code as it is written, with how things stand. `lock` keeps it for the rest of the transaction. */
export async function findJoinCode(db: Db, code: string, { lock = false } = {}): Promise<FoundCode | undefined> {
  const row = await db
    .selectFrom('join_code as c')
    .innerJoin('process as p', 'p.id', 'c.process_id')
    .leftJoin('meeting as m', 'm.id', 'c.meeting_id')
    .where('c.code', '=', code)
    .select(['c.id', 'c.process_id', 'c.meeting_id', 'c.capacity', 'c.expires_at', 'c.revoked_at', 'p.state', 'm.closed_at'])
    .$if(lock, (query) => query.forUpdate('c'))
    .executeTakeFirst()
  if (!row) return undefined
  const joined = await countJoined(db, row.id)
  const processState = processStates.find((state) => state === row.state) ?? 'archived'
  const end = endOfCode({ expiresAt: row.expires_at, revokedAt: row.revoked_at, meetingClosedAt: row.closed_at, processState }, new Date())
  return {
    id: row.id,
    processId: row.process_id,
    meetingId: row.meeting_id,
    joined,
    end: end ?? (joined >= row.capacity ? 'full' : undefined),
  }
}

async function countJoined(db: Db, joinCodeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('participant')
    .where('join_code_id', '=', joinCodeId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
