import { promises as fs } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'
import { rebuildCatalogue } from './catalogue.ts'
import type { Db } from './connection.ts'
import type { DB } from './schema.generated.ts'
import { quietJobLogger } from './quiet-job-logger.ts'

const FOLDER = path.join(import.meta.dirname, 'migrations')

/** All migrations this version knows, in order: the file name is the migration's name. */
export async function migrationNames(): Promise<string[]> {
  const files = await fs.readdir(FOLDER)
  return files
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => file.slice(0, -3))
    .sort()
}

/** Reads db/migrations. */
const provider: MigrationProvider = {
  async getMigrations() {
    const entries = await Promise.all(
      (await migrationNames()).map(async (name) => [
        name,
        (await import(pathToFileURL(path.join(FOLDER, `${name}.ts`)).href)) as Migration,
      ]),
    )
    return Object.fromEntries(entries) as Record<string, Migration>
  },
}

/**
 * Brings the schema up to date (or up to the migration named `upTo`), and the job queue's own schema with it; returns
 * the names applied now. Throws the first failure. It has connections of its own: a migration gives up after 10 s of
 * waiting for a lock instead of stopping everybody queued behind it.
 */
export async function migrate(url: string, { upTo }: { upTo?: string } = {}): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c lock_timeout=10s', application_name: 'casa-comune migrate' })
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  try {
    // A start with nothing to do reads no migration. The job queue's schema moves with our dependencies, so it is asked always.
    if (!upTo && (await isCurrent(db))) {
      await runMigrations({ connectionString: url, logger: quietJobLogger })
      return []
    }
    const migrator = new Migrator({ db, provider })
    const { error, results } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error(String(error))
    await runMigrations({ connectionString: url, logger: quietJobLogger })
    const applied = (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
    // A migration may change what the catalogue says without touching a row.
    if (applied.length > 0) await rebuildCatalogue(db)
    return applied
  } finally {
    await db.destroy()
  }
}

/** True when exactly the migrations of this version have run, as Kysely noted them. */
async function isCurrent(db: Db): Promise<boolean> {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('public.kysely_migration') is not null as exists`.execute(db)
  if (!rows[0]?.exists) return false
  const noted = await sql<{ name: string }>`select name from public.kysely_migration order by name collate "C"`.execute(db)
  return noted.rows.map((row) => row.name).join() === (await migrationNames()).join()
}

/** Names of migrations not applied yet; empty when the schema is current. Never writes. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const all = await new Migrator({ db, provider }).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

// node db/migrate.ts postgres://…
if (process.argv[1] === import.meta.filename) {
  if (!process.argv[2]) throw new Error('Usage: migrate.ts DATABASE_URL')
  process.stdout.write(`${(await migrate(process.argv[2])).length} migrations applied\n`)
}
