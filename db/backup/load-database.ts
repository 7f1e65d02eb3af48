import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Manifest } from './manifest.ts'
import { rebuildStatement } from '../catalogue.ts'
import { copyTarget, tablesInOrder } from './tables.ts'

/** True when nobody has written anything here: no tables, or only empty ones. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    for (const { name } of await tablesInOrder(client)) {
      const found = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`)
      if (found.rowCount !== 0) return false
    }
    return true
  })
}

/**
 * Loads the tables of a backup into a database that was migrated exactly as far as the backed up one, in one
 * transaction, and puts waiting jobs back in the queue. Throws, with nothing loaded, when a file is not what the
 * manifest says.
 */
export async function loadDatabase(url: string, folder: string, manifest: Manifest): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('begin')
    for (const table of manifest.tables) await loadTable(client, table, folder)
    for (const { name, value, called } of manifest.sequences)
      await client.query('select setval($1::regclass, $2, $3)', [`public.${client.escapeIdentifier(name)}`, value, called])
    for (const job of manifest.jobs)
      await client.query(
        `select graphile_worker.add_job($1, $2::json, run_at => $3::timestamptz, max_attempts => $4::int, job_key => $5::text, priority => $6::int)`,
        [job.task, JSON.stringify(job.payload), job.runAt, job.maxAttempts, job.key, job.priority],
      )
    await client.query(rebuildStatement)
    await client.query('commit')
  })
}

async function loadTable(client: pg.Client, table: Manifest['tables'][number], folder: string): Promise<void> {
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  // Triggers would change rows that are right as they are.
  await client.query(`alter table public.${client.escapeIdentifier(table.name)} disable trigger user`)
  const copy = client.query(copyFrom(`copy ${copyTarget(client, table)} from stdin`))
  await pipeline(createReadStream(path.join(folder, `${table.name}.copy`)), hashing, copy)
  await client.query(`alter table public.${client.escapeIdentifier(table.name)} enable trigger user`)
  if (hash.digest('hex') !== table.sha256) throw new Error(`The backup is damaged: ${table.name}.copy is not what was written.`)
  if (copy.rowCount !== table.rows)
    throw new Error(`The backup is damaged: ${table.name} has ${copy.rowCount} rows instead of ${table.rows}.`)
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'casa-comune restore' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
