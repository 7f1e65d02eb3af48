import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'

/** The database handle every verb and query takes first; a transaction is one too. */
export type Db = Kysely<DB>

// bigint identity columns stay far below 2^53, and counts are small: numbers read better than strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A date is a calendar day, not a moment: keep it as YYYY-MM-DD.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)

export type DatabaseOptions = {
  url: string
  /** Connections in the pool, default 12. */
  max?: number
  /** Told about errors on idle connections: without it a database restart would end the process. */
  onError: (error: Error) => void
}

/** Opens a pool. `destroy()` on the result ends it. */
export function openDatabase({ url, max = 12, onError }: DatabaseOptions): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5_000, application_name: 'casa-comune' })
  // Once we are closing, a connection that the server ends first is no news.
  const report = (error: Error): void => void (pool.ending || onError(error))
  pool.on('error', report)
  pool.on('connect', (client) => client.on('error', report)) // one that is in use when the database goes away
  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), pool }
}
