import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** The system user PostgreSQL runs as; undefined means "as ourselves". */
export type DatabaseUser = { uid: number; gid: number; name: string } | undefined

function findUser(wanted: (name: string, uid: number) => boolean): DatabaseUser {
  for (const line of fs.readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name = '', , uid, gid] = line.split(':')
    if (uid && gid && wanted(name, Number(uid))) return { uid: Number(uid), gid: Number(gid), name }
  }
  return undefined
}

/**
 * PostgreSQL refuses to run as root: then it runs as whoever owns the existing data folder, else as `postgres`,
 * else as `nobody`. Any other account runs it as itself.
 */
export function chooseDatabaseUser(dataFolder: string): DatabaseUser {
  if (process.getuid?.() !== 0) return undefined
  const owner = fs.existsSync(dataFolder) ? fs.statSync(dataFolder) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) }
  const user = findUser((name) => name === 'postgres') ?? findUser((name) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL cannot run as root, and this machine has neither a "postgres" nor a "nobody" account.')
  return user
}

type RunAs = { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }

/** Options for spawn: without root's rights, away from the clone, the same on every machine. */
export function runAs(user: DatabaseUser): RunAs {
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  return { ...(user ? { uid: user.uid, gid: user.gid } : {}), cwd: '/', env }
}

/** True when the database user can enter this folder, whatever lies above it. */
export function canEnter(user: DatabaseUser, folder: string): boolean {
  if (!user) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], runAs(user)).status === 0
}
