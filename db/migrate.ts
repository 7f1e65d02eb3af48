import { promises as fs } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Kysely } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'

const FOLDER = path.join(import.meta.dirname, 'migrations')

/** Reads db/migrations; the file name is the migration's name and its order. */
const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await fs.readdir(FOLDER)).filter((file) => file.endsWith('.ts')).sort()
    const entries = await Promise.all(
      files.map(async (file) => [file.slice(0, -3), (await import(pathToFileURL(path.join(FOLDER, file)).href)) as Migration]),
    )
    return Object.fromEntries(entries) as Record<string, Migration>
  },
}

/** Brings the schema up to date; returns the names applied now. Throws the first failure. */
export async function migrate(db: Kysely<never>): Promise<string[]> {
  const migrator = new Migrator({ db, provider })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

/** Names of migrations not applied yet; empty when the schema is current. */
export async function pendingMigrations(db: Kysely<never>): Promise<string[]> {
  const all = await new Migrator({ db, provider }).getMigrations()
  return all.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}
