import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** No question may hold a connection longer (ms); what it falls back to has the rest of a second. */
export const LONGEST_MS = 700
export const FALLBACK_MS = 250

/** A moment of the index to read from, until a moment of the clock. */
export type Reading = {
  trx: Db
  /** Changes with every change of the index. */
  version: string
  /** Call before a further statement: it has only the time that is left. */
  hurry: () => Promise<void>
}

/** Setting the limit anew is a question too: only when much of the time is gone. */
const HURRY_MS = 200

/**
 * Reads under a time limit, all from one moment, planned for the index alone: reading `keys` row by row is what it is
 * there to avoid, and the planner does not know how long they are.
 */
export function withinTime<T>(db: Db, longestMs: number, ask: (reading: Reading) => Promise<T>): Promise<T> {
  const until = performance.now() + longestMs
  const left = () => `${Math.max(1, Math.round(until - performance.now()))}ms`
  const opened = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return opened.execute(async (trx) => {
    const plans = { jit: 'off', work_mem: '32MB', max_parallel_workers_per_gather: '0', enable_seqscan: 'off' }
    const limits = { statement_timeout: left(), ...plans }
    const { rows } = await sql<{ version: string | null }>`
      select (select changes::text from search_state where engine = 'postgres') as version,
        ${sql.join(Object.entries(limits).map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(trx)
    const hurry = async () => {
      if (until - performance.now() > longestMs - HURRY_MS) return
      await sql`select set_config('statement_timeout', ${left()}, true)`.execute(trx)
    }
    return ask({ trx, version: rows[0]?.version ?? '', hurry })
  })
}

export const tookTooLong = (error: unknown): boolean => (error as { code?: string }).code === '57014'
