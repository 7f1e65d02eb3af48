import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { prepareBinaries } from './binaries.ts'
import { claimDataDir, readConnection, writeConnection } from './claim.ts'
import { prepareDataFolder, recordedDataFolder } from './data-folder.ts'
import { chooseDatabaseUser } from './database-user.ts'
import { clearLeftovers } from './leftovers.ts'
import { freePort, type PostmasterOptions, resetPassword, startPostmaster, stopPostmaster } from './postmaster.ts'

type Log = { info: (message: string) => void; error: (message: string) => void }

export type EmbeddedPostgres = { url: string; stop: () => Promise<void> }

/**
 * Starts the PostgreSQL 18 that comes with the dependencies, on 127.0.0.1 with a random port and password, in
 * DATA_DIR. Recovers from whatever a kill -9 left, restarts it on the same port if it dies, and throws DataDirInUse
 * when another live Casa Comune has the folder. `stop` shuts down fast and cleanly.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  log: Log
  settings?: Record<string, string>
}): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir)
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const release = claimDataDir(dataDir)
  const unwatch = leaveOnUnhandledSignals()
  const giveBack = (): void => {
    unwatch()
    release()
  }
  try {
    const { postmaster, url } = await launch(dataDir, options)
    return supervise(postmaster, url, options.log, giveBack)
  } catch (error) {
    giveBack()
    throw error
  }
}

/**
 * A signal that nobody handles (yet) would end us without a word to the database, which is no child of the terminal.
 * As soon as somebody else listens, leaving is theirs to decide.
 */
function leaveOnUnhandledSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const leave = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) === 1) process.exit(128 + os.constants.signals[signal])
  }
  for (const signal of signals) process.on(signal, leave)
  return () => {
    for (const signal of signals) process.off(signal, leave)
  }
}

type Launched = { options: PostmasterOptions; child: ChildProcess }

async function launch(dataDir: string, { log, settings = {} }: { log: Log; settings?: Record<string, string> }) {
  const user = chooseDatabaseUser(recordedDataFolder(dataDir))
  const native = prepareBinaries(user)
  const known = readConnection(dataDir)
  const password = known?.password ?? randomBytes(24).toString('base64url')
  const existed = fs.existsSync(path.join(recordedDataFolder(dataDir), 'PG_VERSION'))
  // Before initdb: a database whose password nobody knows would need the reset below.
  writeConnection(dataDir, { password, port: known?.port ?? 0, url: known?.url ?? '' })
  const folder = prepareDataFolder({ dataDir, user, native, password })
  const left = await clearLeftovers(folder)
  if (left === 'stopped') log.info('An orphaned PostgreSQL of an earlier run was stopped')
  if (existed && !known) resetPassword({ native, folder, user, password })
  const logFile = path.join(dataDir, 'postgres.log')
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > 10_000_000) fs.rmSync(logFile)
  const postmaster = await startOnFreePort({ native, folder, user, password, logFile, settings })
  const { port } = postmaster.options
  await makeDatabase(port, password)
  const url = `postgres://casa:${password}@127.0.0.1:${port}/casa_comune`
  writeConnection(dataDir, { password, port, url })
  return { postmaster, url }
}

/** Between finding a free port and using it somebody else may take it: then try another. */
async function startOnFreePort(options: Omit<PostmasterOptions, 'port'>): Promise<Launched> {
  for (let attempt = 1; ; attempt += 1) {
    const withPort = { ...options, port: await freePort() }
    try {
      return { options: withPort, child: await startPostmaster(withPort) }
    } catch (error) {
      if (attempt === 5 || !String(error).includes('Address already in use')) throw error
    }
  }
}

async function makeDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'casa', password, database: 'postgres' })
  await client.connect()
  try {
    const found = await client.query(`select from pg_database where datname = 'casa_comune'`)
    if (found.rowCount === 0) await client.query('create database casa_comune')
  } finally {
    await client.end()
  }
}

function supervise(launched: Launched, url: string, log: Log, giveBack: () => void): EmbeddedPostgres {
  let { child } = launched
  let stopping = false
  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (!stopping) restart(code ?? signal).catch((error: unknown) => log.error(`PostgreSQL could not be restarted: ${String(error)}`))
    })
  }
  const restart = async (reason: string | number | null): Promise<void> => {
    log.error(`PostgreSQL ended (${reason}); starting it again. See ${launched.options.logFile}`)
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5_000)) {
      try {
        await clearLeftovers(launched.options.folder)
        child = await startPostmaster(launched.options)
        watch()
        return stopping ? await stopPostmaster(child) : undefined
      } catch (error) {
        log.error(`PostgreSQL did not come back yet: ${String(error)}`)
        await wait(pause)
      }
    }
  }
  watch()
  const stop = async (): Promise<void> => {
    stopping = true
    await stopPostmaster(child)
    giveBack()
  }
  return { url, stop }
}
