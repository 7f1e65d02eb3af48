import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openDatabase } from '#db/connection.ts'
import { loadReferenceData } from '#db/load-reference-data.ts'
import { migrate } from '#db/migrate.ts'

const db = path.resolve(import.meta.dirname, '../../db')

/** Everything that decides what a migrated database holds. */
function contentHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['migrations', 'reference', 'reference-data'])
    for (const file of fs.readdirSync(path.join(db, folder)).sort()) hash.update(file).update(fs.readFileSync(path.join(db, folder, file)))
  for (const file of ['migrate.ts', 'load-reference-data.ts', '../package-lock.json']) hash.update(fs.readFileSync(path.join(db, file)))
  return hash.digest('hex').slice(0, 12)
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/**
 * Migrates a template database once per content of db/migrations and db/reference and returns its name. Made under
 * another name and renamed, so that nobody copies half a template.
 */
export async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `casa_template_${contentHash()}`
  const half = `${name}_half`
  const client = new pg.Client(withDatabase(serverUrl, 'postgres'))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return name
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half}`)
    await fill(withDatabase(serverUrl, half))
    await client.query(`alter database ${half} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

async function fill(url: string): Promise<void> {
  await migrate(url)
  const { db } = openDatabase({ url, max: 1, onError: (error) => console.error(error) })
  try {
    await loadReferenceData(db)
  } finally {
    await db.destroy()
  }
}
