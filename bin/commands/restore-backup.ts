import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { extract } from 'tar'
import { addToJournal, journalPath, readJournal } from '#app/documents/erasure/erasure-journal.server.ts'
import { replayErasures } from '#app/documents/erasure/replay-erasures.server.ts'
import { storeFile } from '#app/shared/files/stored-file.server.ts'
import { isEmptyDatabase, loadDatabase } from '#db/backup/load-database.ts'
import { type Manifest, manifestSchema } from '#db/backup/manifest.ts'
import { openDatabase } from '#db/connection.ts'
import { migrate, migrationNames } from '#db/migrate.ts'

/** What the operator can act on: said without a stack. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

type Restore = { url: string; dataDir: string; file: string; /** A journal of erasures kept elsewhere. */ erasures?: string }
/** `erasures`: entries of the journals found; `replayed`: texts that were rebuilt by them. */
export type Restored = Manifest & { erasures: number; replayed: number }

/**
 * Puts a backup into an empty place, brings its schema up to date, and erases again what the journals (beside the
 * backup, in DATA_DIR, `erasures`) say was erased since it was made. Refuses a place that holds anything, a backup of a
 * newer version, and a file that is not whole; a refused or failed restore leaves the database as it was, apart from
 * empty tables.
 */
export async function restoreBackup({ url, dataDir, file, erasures }: Restore): Promise<Restored> {
  if (!(await isEmptyDatabase(url)))
    throw new RestoreRefused('This database is not empty. Restore into a new DATA_DIR or an empty database.')
  if ((await listFiles(path.join(dataDir, 'files'))).length > 0) throw new RestoreRefused(`${dataDir}/files is not empty.`)
  const journals = await gatherJournals([journalPath(path.dirname(path.resolve(file))), journalPath(dataDir)], erasures)
  await fs.mkdir(dataDir, { recursive: true, mode: 0o711 })
  const work = await fs.mkdtemp(path.join(dataDir, 'restore-'))
  try {
    await extract({ file: path.resolve(file), cwd: work, strict: true, preservePaths: false }).catch((error: unknown) => {
      throw new RestoreRefused(`${file} cannot be read as a backup: ${error instanceof Error ? error.message : String(error)}`)
    })
    const manifest = await readManifest(work)
    await checkFiles(work, manifest)
    await migrate(url, { upTo: await lastMigration(manifest) })
    await loadDatabase(url, path.join(work, 'tables'), manifest)
    for (const sha256 of manifest.files) await storeFile(dataDir, await fs.readFile(storedIn(work, sha256)))
    await fs.copyFile(path.join(work, 'demo-accounts.json'), path.join(dataDir, 'demo-accounts.json')).catch(unlessMissing)
    await migrate(url)
    return { ...manifest, erasures: journals.length, replayed: await eraseAgain(url, dataDir, journals) }
  } finally {
    await fs.rm(work, { recursive: true, force: true })
  }
}

type Journal = Awaited<ReturnType<typeof readJournal>>

async function gatherJournals(usual: readonly string[], named: string | undefined): Promise<Journal> {
  if (named !== undefined && !(await fs.stat(named).catch(unlessMissing))) throw new RestoreRefused(`There is no ${named}.`)
  const entries = new Map<string, Journal[number]>()
  for (const file of named === undefined ? usual : [...usual, named]) {
    const journal = await readJournal(file).catch((error: unknown) => {
      throw new RestoreRefused(`${file} is not a journal of erasures: ${error instanceof Error ? error.message : String(error)}`)
    })
    for (const entry of journal) entries.set(entry.id, entry)
  }
  return [...entries.values()].toSorted((a, b) => a.at.localeCompare(b.at))
}

async function eraseAgain(url: string, dataDir: string, journal: Journal): Promise<number> {
  if (journal.length === 0) return 0
  await addToJournal(journalPath(dataDir), journal)
  const { db } = openDatabase({ url, max: 2, onError: () => undefined })
  try {
    return await replayErasures(db, journal)
  } finally {
    await db.destroy()
  }
}

const storedIn = (work: string, sha256: string): string => path.join(work, 'files', sha256.slice(0, 2), sha256)

async function readManifest(work: string): Promise<Manifest> {
  const parsed = manifestSchema.safeParse(JSON.parse(await fs.readFile(path.join(work, 'manifest.json'), 'utf8').catch(() => 'null')))
  if (!parsed.success) throw new RestoreRefused('This file is not a backup of Casa Comune that this version can read.')
  return parsed.data
}

async function checkFiles(work: string, manifest: Manifest): Promise<void> {
  for (const sha256 of manifest.files) {
    const bytes = await fs.readFile(storedIn(work, sha256)).catch(unlessMissing)
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new RestoreRefused(`The backup is damaged: the uploaded file ${sha256} is missing or changed.`)
  }
}

/** The schema to load into is the one the backup was made of; ours must have all of its migrations, in the same order. */
async function lastMigration(manifest: Manifest): Promise<string> {
  const ours = await migrationNames()
  const same = manifest.migrations.every((name, index) => ours[index] === name)
  const last = manifest.migrations.at(-1)
  if (!same || !last)
    throw new RestoreRefused(`This backup was made by another version (${manifest.product}). Install that version or a newer one.`)
  return last
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function listFiles(folder: string): Promise<string[]> {
  return (
    (await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(unlessMissing))
      ?.filter((entry) => entry.isFile())
      .map((entry) => entry.name) ?? []
  )
}
