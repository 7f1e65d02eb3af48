import fs from 'node:fs'
import path from 'node:path'
import { processStart } from './live-processes.ts'

/** What DATA_DIR/postgres.json (mode 0600) keeps: how to reach the database, and who started it. */
export type Connection = { password: string; port: number; url: string }

type Owner = { pid: number; started: string }

/** What runs at most once in a DATA_DIR. */
type Claimed = 'postgres' | 'meilisearch'

const lockFile = (dataDir: string, what: Claimed): string => path.join(dataDir, `${what}.lock`)
const connectionFile = (dataDir: string): string => path.join(dataDir, 'postgres.json')

export class DataDirInUse extends Error {
  override name = 'DataDirInUse'
}

/** The live process that has claimed this part of DATA_DIR; a dead one's claim, or a re-used pid, counts for nothing. */
export function liveOwner(dataDir: string, what: Claimed = 'postgres'): Owner | undefined {
  const lock = lockFile(dataDir, what)
  if (!fs.existsSync(lock)) return undefined
  const [pid, started] = fs.readFileSync(lock, 'utf8').trim().split('\n')
  const alive = pid && started && processStart(Number(pid)) === started
  return alive ? { pid: Number(pid), started } : undefined
}

/** Takes DATA_DIR for this process, or throws DataDirInUse. Returns the function that gives it back. */
export function claimDataDir(dataDir: string, what: Claimed = 'postgres'): () => void {
  const lock = lockFile(dataDir, what)
  const owner = liveOwner(dataDir, what)
  if (owner)
    throw new DataDirInUse(`Another Casa Comune (process ${owner.pid}) is using ${dataDir}. Stop it, or set another DATA_DIR and PORT.`)
  fs.rmSync(lock, { force: true })
  const mine = `${lock}.${process.pid}`
  fs.writeFileSync(mine, `${process.pid}\n${processStart(process.pid)}\n`)
  try {
    fs.linkSync(mine, lock) // fails when somebody else was quicker
  } catch (error) {
    throw new DataDirInUse(`Another Casa Comune has just taken ${dataDir}.`, { cause: error })
  } finally {
    fs.rmSync(mine, { force: true })
  }
  return () => fs.rmSync(lock, { force: true })
}

export function readConnection(dataDir: string): Connection | undefined {
  const file = connectionFile(dataDir)
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Connection) : undefined
}

/** Written aside and renamed, so that a reader never sees half of it. */
export function writeConnection(dataDir: string, connection: Connection): void {
  const half = `${connectionFile(dataDir)}.${process.pid}`
  fs.writeFileSync(half, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 })
  fs.renameSync(half, connectionFile(dataDir))
}

/** The URL of the embedded database another live process runs in this DATA_DIR, if one does. */
export function runningDatabaseUrl(dataDir: string): string | undefined {
  return liveOwner(dataDir) ? readConnection(dataDir)?.url : undefined
}
