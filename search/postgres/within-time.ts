import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** No question may hold a connection longer. */
const LONGEST_MS = 900

/**
 * Runs a question under a time limit, planned for the index alone: reading `keys` row by row is what it is there to
 * avoid, and the planner does not know how long they are.
 */
export function withinTime<T>(db: Db, ask: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    const plans = { jit: 'off', work_mem: '32MB', max_parallel_workers_per_gather: '0', enable_seqscan: 'off' }
    const limits = { statement_timeout: `${LONGEST_MS}ms`, ...plans }
    await sql`select ${sql.join(Object.entries(limits).map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(trx)
    return ask(trx)
  })
}

export const tookTooLong = (error: unknown): boolean => (error as { code?: string }).code === '57014'
