import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const hasProc = fs.existsSync('/proc/self/stat')

/** Reads a file of /proc; undefined when the process has just ended or belongs to somebody we may not look at. */
function readProc<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** When a live process started, in the system's own words; tells it from a later one that was given the same pid. */
export function processStart(pid: number): string | undefined {
  if (!hasProc) return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined
  const stat = readProc(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (!stat) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

/**
 * Live processes of this program that work in this data folder. Every PostgreSQL process has its data folder as working directory,
 * while a postmaster.pid may be stale or name somebody else who was given that pid.
 */
export function processesIn(folder: string, program = 'postgres'): number[] {
  if (!fs.existsSync(folder)) return []
  const real = fs.realpathSync(folder)
  if (!hasProc) {
    const pid = postmasterPid(real)
    const command = pid && spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
    return pid && command && path.basename(command) === program ? [pid] : []
  }
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readProc(() => fs.readlinkSync(`/proc/${name}/cwd`)) === real)
    .map(Number)
    .filter((pid) => pid !== process.pid && processStart(pid) !== undefined && isProgram(pid, program))
}

/** A shell that stands in the data folder is not a database. */
function isProgram(pid: number, program: string): boolean {
  return readProc(() => fs.readFileSync(`/proc/${pid}/comm`, 'utf8'))?.trim() === program
}

/** The pid that postmaster.pid names, whoever that is today. */
export function postmasterPid(folder: string): number | undefined {
  const file = path.join(folder, 'postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}
