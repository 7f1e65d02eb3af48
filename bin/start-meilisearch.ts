import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claimDataDir, DataDirInUse, liveOwner } from '#db/embedded/claim.ts'
import { processesIn } from '#db/embedded/live-processes.ts'
import { freePort } from '#db/embedded/postmaster.ts'

type Log = { info: (message: string) => void; warn: (message: string) => void }
export type RunningMeilisearch = { url: string; apiKey: string; stop: () => Promise<void> }
type Settings = { url: string; apiKey: string }

/** With its defaults it takes most of the machine for each small change. */
const LIMITS = ['--max-indexing-memory', '200Mb', '--max-indexing-threads', '2']

/** The binary `casa meili install` fetched, or one on PATH. */
export function findMeilisearch(dataDir: string): string | undefined {
  const folders = [path.join(dataDir, 'bin'), ...(process.env.PATH ?? '').split(path.delimiter)]
  return folders.map((folder) => path.join(folder, 'meilisearch')).find((file) => fs.existsSync(file))
}

/**
 * Starts the Meilisearch found on this machine, on 127.0.0.1 with a random port and key, in DATA_DIR/meilisearch; or
 * joins the one another live process of this DATA_DIR runs. Undefined when there is no binary or it does not start:
 * PostgreSQL answers searches then. Its index is disposable: one it cannot read (another version's) is made anew.
 */
export async function startMeilisearch({ dataDir, log }: { dataDir: string; log: Log }): Promise<RunningMeilisearch | undefined> {
  const binary = findMeilisearch(dataDir)
  if (!binary) return undefined
  for (;;) {
    const giveBack = claim(dataDir)
    if (giveBack) return own(binary, dataDir, giveBack, log)
    const shared = await joined(dataDir)
    if (shared) return { ...shared, stop: () => Promise.resolve() }
    if (!liveOwner(dataDir, 'meilisearch')) continue // it gave up or died: now it is our turn
    log.warn('The Meilisearch of another process of this DATA_DIR does not answer: PostgreSQL answers searches')
    return undefined
  }
}

/** Undefined when a live process has it; parts of the product may start in the same moment. */
function claim(dataDir: string): (() => void) | undefined {
  try {
    return claimDataDir(dataDir, 'meilisearch')
  } catch (error) {
    if (error instanceof DataDirInUse) return undefined
    throw error
  }
}

const settingsFile = (dataDir: string): string => path.join(dataDir, 'meilisearch.json')
const JOIN_MS = 30_000

/** The Meilisearch another live process has started or is starting, once it answers. */
async function joined(dataDir: string): Promise<Settings | undefined> {
  for (const until = Date.now() + JOIN_MS; Date.now() < until && liveOwner(dataDir, 'meilisearch'); await wait(100)) {
    const file = settingsFile(dataDir)
    const settings = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Settings) : undefined
    if (settings && (await answers(settings.url))) return settings
  }
  return undefined
}

async function own(binary: string, dataDir: string, giveBack: () => void, log: Log): Promise<RunningMeilisearch | undefined> {
  fs.rmSync(settingsFile(dataDir), { force: true }) // of an earlier run: nobody may join that one
  const folder = path.join(dataDir, 'meilisearch')
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  await endLeftovers(folder)
  const settings: Settings = { url: `http://127.0.0.1:${await freePort()}`, apiKey: randomBytes(24).toString('base64url') }
  const child = (await launch(binary, folder, settings)) ?? (await launchAnew(binary, folder, settings))
  if (child) {
    // Written aside and renamed, so that who joins never reads half of it.
    fs.writeFileSync(`${settingsFile(dataDir)}.new`, JSON.stringify(settings), { mode: 0o600 })
    fs.renameSync(`${settingsFile(dataDir)}.new`, settingsFile(dataDir))
    return { ...settings, stop: supervise(child, () => launch(binary, folder, settings), log, giveBack) }
  }
  log.warn(`Meilisearch (${binary}) does not start: see ${folder}/meilisearch.log`)
  giveBack()
  return undefined
}

/** A killed Casa Comune leaves its Meilisearch behind, with the old key. */
async function endLeftovers(folder: string): Promise<void> {
  for (let round = 0, left = processesIn(folder, 'meilisearch'); left.length > 0; round += 1, left = processesIn(folder, 'meilisearch')) {
    if (round % 50 === 0) for (const pid of left) process.kill(pid, round === 0 ? 'SIGTERM' : 'SIGKILL')
    await wait(100)
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    (response) => response.ok,
    () => false,
  )

async function launch(binary: string, folder: string, { url, apiKey }: Settings): Promise<ChildProcess | undefined> {
  const output = fs.openSync(path.join(folder, 'meilisearch.log'), 'w', 0o600)
  const child = spawn(
    binary,
    ['--db-path', 'data.ms', '--http-addr', new URL(url).host, '--env', 'production', '--no-analytics', ...LIMITS],
    {
      cwd: folder,
      detached: true, // Ctrl-C is for us: we stop it after the last search
      env: { PATH: process.env.PATH, MEILI_MASTER_KEY: apiKey, MEILI_LOG_LEVEL: 'WARN', NODE_ENV: process.env.NODE_ENV },
      stdio: ['ignore', output, output],
    },
  )
  fs.closeSync(output)
  child.unref()
  let failed = false
  child.once('error', () => (failed = true))
  for (let tries = 0; tries < 600 && !failed && child.exitCode === null && child.signalCode === null; tries += 1) {
    if (await answers(url)) return child
    await wait(50)
  }
  child.kill('SIGKILL')
  return undefined
}

function launchAnew(binary: string, folder: string, settings: Settings): Promise<ChildProcess | undefined> {
  fs.rmSync(path.join(folder, 'data.ms'), { recursive: true, force: true })
  return launch(binary, folder, settings)
}

function supervise(
  first: ChildProcess,
  again: () => Promise<ChildProcess | undefined>,
  log: Log,
  giveBack: () => void,
): () => Promise<void> {
  let child: ChildProcess | undefined = first
  let stopping = false
  const onExit = (): void => void child?.kill('SIGTERM')
  process.once('exit', onExit)
  const watch = (running: ChildProcess): void => {
    running.once('exit', () => {
      if (!stopping) void restart()
    })
  }
  const restart = async (): Promise<void> => {
    log.warn('Meilisearch ended; starting it again')
    await wait(1_000)
    child = stopping ? undefined : await again()
    if (child) watch(child)
    else if (!stopping) log.warn('Meilisearch did not start again: PostgreSQL answers searches')
  }
  watch(first)
  return async () => {
    stopping = true
    process.off('exit', onExit)
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child.ref()
      child.kill('SIGTERM')
      const late = setTimeout(() => child?.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(late)
    }
    giveBack()
  }
}
