import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { canEnter, type DatabaseUser, runAs } from './database-user.ts'
import { stateFolder } from './state-folder.ts'

/**
 * Where the database lives: DATA_DIR/postgres, or, when the database user cannot enter DATA_DIR (root's clone below
 * /root), a folder of its own whose address is kept in DATA_DIR/postgres-location. DATA_DIR stays the truth: without
 * that file nobody takes up an older database.
 */
export function recordedDataFolder(dataDir: string): string {
  const pointer = path.join(dataDir, 'postgres-location')
  if (!fs.existsSync(pointer)) return path.join(dataDir, 'postgres')
  const folder = fs.readFileSync(pointer, 'utf8').trim()
  if (!fs.existsSync(folder))
    throw new Error(`The database that ${pointer} names (${folder}) is gone. Restore a backup, or delete that file.`)
  return folder
}

/** Makes DATA_DIR, chooses the data folder and makes a new database in it when there is none. */
export function prepareDataFolder(options: { dataDir: string; user: DatabaseUser; native: string; password: string }): string {
  const { dataDir, user } = options
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  if (user && !canEnter(user, dataDir)) fs.chmodSync(dataDir, fs.statSync(dataDir).mode | 0o011)
  const recorded = recordedDataFolder(dataDir)
  if (fs.existsSync(path.join(recorded, 'PG_VERSION'))) {
    if (!canEnter(user, recorded)) throw new Error(`The database user ${user?.name} cannot enter ${recorded}: open the folders above it.`)
    return recorded
  }
  if (canEnter(user, dataDir)) return initialise(recorded, options)
  const elsewhere = stateFolder(`data-${randomBytes(8).toString('hex')}`)
  initialise(elsewhere, options)
  fs.writeFileSync(path.join(dataDir, 'postgres-location'), `${elsewhere}\n`)
  return elsewhere
}

/** Runs initdb in a folder beside and renames it: one that was cut short is never taken for a database. */
function initialise(folder: string, { user, native, password }: { user: DatabaseUser; native: string; password: string }): string {
  const half = `${folder}.new`
  const secret = `${folder}.secret`
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(half, { mode: 0o700 })
  fs.writeFileSync(secret, password, { mode: 0o600 })
  if (user) for (const file of [half, secret]) fs.chownSync(file, user.uid, user.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=casa', `--pwfile=${secret}`, '--auth=scram-sha-256']
  const made = spawnSync(path.join(native, 'bin/initdb'), [`--pgdata=${half}`, ...locale, ...access], {
    ...runAs(user),
    encoding: 'utf8',
  })
  fs.rmSync(secret, { force: true })
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its data folder ${half}: ${made.stderr || made.error?.message}`)
  fs.renameSync(half, folder)
  return folder
}
