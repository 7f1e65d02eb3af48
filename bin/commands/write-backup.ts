import { promises as fs } from 'node:fs'
import path from 'node:path'
import { create } from 'tar'
import { addToJournal, journalPath, readJournal } from '#app/documents/erasure/erasure-journal.server.ts'
import { storedFilePath } from '#app/shared/files/stored-file.server.ts'
import { dumpDatabase } from '#db/backup/dump-database.ts'
import type { Manifest } from '#db/backup/manifest.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { CommandRefused } from './command.ts'

const exists = (file: string): Promise<boolean> =>
  fs.stat(file).then(
    () => true,
    () => false,
  )

/**
 * Writes everything (database, uploaded files, demonstration accounts) to one new .tar.gz file while the product runs.
 * Files never change once stored, so those the database named at its moment are the right ones. The file appears under
 * its name only when it is whole and on disk. The journal of erasures is not part of it: it is brought up to date
 * beside it.
 */
export async function writeBackup(options: { url: string; dataDir: string; file: string }): Promise<Manifest> {
  const { url, dataDir } = options
  const target = path.resolve(options.file)
  if (await exists(target)) throw new CommandRefused(`${target} exists already.`)
  if (!(await exists(path.dirname(target)))) throw new CommandRefused(`There is no folder ${path.dirname(target)}.`)
  await fs.mkdir(dataDir, { recursive: true, mode: 0o711 })
  const work = await fs.mkdtemp(path.join(dataDir, 'backup-'))
  try {
    await fs.mkdir(path.join(work, 'tables'))
    const dump = await dumpDatabase(url, path.join(work, 'tables'))
    const checked = await Promise.all(dump.files.map(async (sha256) => ({ sha256, there: await exists(storedFilePath(dataDir, sha256)) })))
    const manifest: Manifest = {
      format: 'casa-comune-backup-1',
      madeAt: new Date().toISOString(),
      product: packageJson.version,
      ...dump,
      files: checked.filter(({ there }) => there).map(({ sha256 }) => sha256),
      missingFiles: checked.filter(({ there }) => !there).map(({ sha256 }) => sha256),
    }
    await fs.writeFile(path.join(work, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await pack(dataDir, path.basename(work), manifest, target)
    await keepJournalBeside(dataDir, target)
    return manifest
  } finally {
    await fs.rm(work, { recursive: true, force: true })
  }
}

/** Beside the backups lies the newest journal of erasures, so that a restore of an older one does not undo them. */
async function keepJournalBeside(dataDir: string, target: string): Promise<void> {
  await addToJournal(journalPath(path.dirname(target)), await readJournal(journalPath(dataDir)))
}

async function pack(dataDir: string, work: string, manifest: Manifest, target: string): Promise<void> {
  const accounts = (await exists(path.join(dataDir, 'demo-accounts.json'))) ? ['demo-accounts.json'] : []
  const stored = manifest.files.map((sha256) => path.relative(dataDir, storedFilePath(dataDir, sha256)))
  const half = `${target}.partial`
  await create(
    {
      cwd: dataDir,
      file: half,
      gzip: { level: 6 },
      portable: true,
      strict: true,
      mode: 0o600,
      onWriteEntry: (entry) => (entry.path = entry.path.replace(`${work}/`, '')),
    },
    [`${work}/manifest.json`, `${work}/tables`, ...accounts, ...stored],
  )
  const handle = await fs.open(half, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await fs.rename(half, target)
}
