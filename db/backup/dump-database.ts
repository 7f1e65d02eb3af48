import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Manifest } from './manifest.ts'
import { copyTarget, type TableShape, tablesInOrder } from './tables.ts'

export type Dump = Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'sequences' | 'jobs' | 'files'>

/**
 * Writes every table as `<folder>/<table>.copy` (PostgreSQL's COPY text) as it was at one moment, while the product
 * runs: one repeatable-read transaction. Returns what belongs in the manifest.
 */
export async function dumpDatabase(url: string, folder: string): Promise<Dump> {
  const client = new pg.Client({ connectionString: url, application_name: 'casa-comune backup' })
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    const tables = []
    for (const shape of await tablesInOrder(client)) tables.push(await dumpTable(client, shape, folder))
    return { tables, ...(await readRest(client)) }
  } finally {
    await client.end()
  }
}

async function dumpTable(client: pg.Client, shape: TableShape, folder: string): Promise<Dump['tables'][number]> {
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const copy = client.query(copyTo(`copy ${copyTarget(client, shape)} to stdout`))
  await pipeline(copy, hashing, createWriteStream(path.join(folder, `${shape.name}.copy`), { mode: 0o600 }))
  return { ...shape, rows: copy.rowCount, sha256: hash.digest('hex') }
}

async function readRest(client: pg.Client): Promise<Omit<Dump, 'tables'>> {
  const rows = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => (await client.query<T>(text)).rows
  const migrations = await rows<{ name: string }>('select name from public.kysely_migration order by name')
  const sequences = await rows<Dump['sequences'][number]>(`
    select sequencename as name, coalesce(last_value, start_value)::int8 as value, last_value is not null as called
    from pg_sequences where schemaname = 'public' order by 1`)
  const jobs = await rows<{ task: string; payload: unknown; runAt: Date; maxAttempts: number; key: string | null; priority: number }>(`
    select t.identifier as task, j.payload, j.run_at as "runAt", j.max_attempts as "maxAttempts", j.key, j.priority
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts < j.max_attempts order by j.id`)
  const files = await rows<{ sha256: string }>('select distinct sha256 from public.file order by 1')
  const [server] = await rows<{ server_version: string }>('show server_version')
  return {
    postgres: server?.server_version ?? '',
    migrations: migrations.map(({ name }) => name),
    sequences: sequences.map((sequence) => ({ ...sequence, value: Number(sequence.value) })),
    jobs: jobs.map((job) => ({ ...job, runAt: job.runAt.toISOString() })),
    files: files.map(({ sha256 }) => sha256),
  }
}
