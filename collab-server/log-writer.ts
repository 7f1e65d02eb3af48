import type pg from 'pg'
import { type AppendedRow, appendQuery, type Authorship, type NewUpdate } from '#app/documents/log/append-updates.server.ts'

/** A commit that does not answer in this time counts as failed: clients keep their words and send them again. */
const patienceMs = 10_000

/** The one connection on which this node commits updates; renewed after any failure. */
export class LogWriter {
  private readonly pool: pg.Pool
  private readonly node: string
  private client: pg.PoolClient | undefined

  constructor(pool: pg.Pool, node: string) {
    this.pool = pool
    this.node = node
  }

  /** Commits all rows in one statement. When it resolves they are on disk; when it throws they may or may not be. */
  async append(rows: readonly NewUpdate[], authorship: Authorship): Promise<AppendedRow[]> {
    const client = (this.client ??= await this.pool.connect())
    try {
      const query = { ...appendQuery(this.node, rows, authorship), query_timeout: patienceMs }
      const result = await client.query<AppendedRow>(query)
      return result.rows
    } catch (error) {
      this.client = undefined
      client.release(true)
      throw error
    }
  }

  close(): void {
    this.client?.release(true)
    this.client = undefined
  }
}
