import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { extract } from 'tar'
import { storeFile } from '#app/shared/files/stored-file.server.ts'
import { isEmptyDatabase, loadDatabase } from '#db/backup/load-database.ts'
import { type Manifest, manifestSchema } from '#db/backup/manifest.ts'
import { migrate, migrationNames } from '#db/migrate.ts'

/** What the operator can act on: said without a stack. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

/**
 * Puts a backup into an empty place and brings its schema up to date. Refuses a place that holds anything, a backup of a
 * newer version, and a file that is not whole; a refused or failed restore leaves the database as it was, apart from
 * empty tables.
 */
export async function restoreBackup({ url, dataDir, file }: { url: string; dataDir: string; file: string }): Promise<Manifest> {
  if (!(await isEmptyDatabase(url)))
    throw new RestoreRefused('This database is not empty. Restore into a new DATA_DIR or an empty database.')
  if ((await listFiles(path.join(dataDir, 'files'))).length > 0) throw new RestoreRefused(`${dataDir}/files is not empty.`)
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
    return manifest
  } finally {
    await fs.rm(work, { recursive: true, force: true })
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
