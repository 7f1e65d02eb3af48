import type pg from 'pg'
import { type AppendedRow, appendQuery, type Authorship, type NewUpdate } from '#app/documents/log/append-updates.server.ts'
import { AppendFew } from './append-few.ts'

/** A commit that does not answer in this time counts as failed: clients keep their words and send them again. */
const patienceMs = 10_000
const lookEveryMs = 1_000
/** More rows are cheaper in one statement. */
const few = 12

type Answer = { resolve: (rows: AppendedRow[]) => void; reject: (error: Error) => void }

/** The one connection on which this node commits updates; renewed after any failure. */
export class LogWriter {
  private readonly pool: pg.Pool
  private readonly node: string
  private client: pg.PoolClient | undefined
  private prepared = false
  private overdue: { at: number; reject: Answer['reject'] } | undefined
  private readonly watch: NodeJS.Timeout

  constructor(pool: pg.Pool, node: string) {
    this.pool = pool
    this.node = node
    this.watch = setInterval(() => {
      if (this.overdue && performance.now() > this.overdue.at) this.overdue.reject(new Error('the database does not answer'))
    }, lookEveryMs).unref()
  }

  /** Commits all rows in one transaction. When it resolves they are on disk; when it throws they may or may not be. */
  async append(rows: readonly NewUpdate[], authorship: Authorship): Promise<AppendedRow[]> {
    const client = this.client ?? (await this.connect())
    try {
      return await new Promise<AppendedRow[]>((resolve, reject) => {
        this.overdue = { at: performance.now() + patienceMs, reject }
        this.send(client, rows, authorship, { resolve, reject })
      })
    } catch (error) {
      if (this.client === client) this.drop()
      throw error
    } finally {
      this.overdue = undefined
    }
  }

  private async connect(): Promise<pg.PoolClient> {
    this.client = await this.pool.connect()
    this.prepared = false
    return this.client
  }

  private send(client: pg.PoolClient, rows: readonly NewUpdate[], authorship: Authorship, { resolve, reject }: Answer): void {
    if (rows.length <= few && !authorship.clients?.length && !authorship.contributors?.length && !authorship.removals?.length) {
      client.query(new AppendFew(this.node, rows, this.prepared, (error, written) => (error ? reject(error) : resolve(written))))
      this.prepared = true
    } else client.query<AppendedRow>(appendQuery(this.node, rows, authorship)).then((result) => resolve(result.rows), reject)
  }

  private drop(): void {
    this.client?.release(true)
    this.client = undefined
  }

  /** A commit that is under way fails. */
  close(): void {
    clearInterval(this.watch)
    this.drop()
  }
}
