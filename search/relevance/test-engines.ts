import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '../engine.ts'
import { createMeilisearchEngine } from '../meilisearch/engine.ts'
import { restrictKey } from '../meilisearch/restrict-key.ts'
import { indexingLimits } from '../meilisearch/indexing-limits.ts'
import { createPostgresEngine } from '../postgres/engine.ts'

export type TestEngines = {
  engines: SearchEngine[]
  meilisearch: { url: string; key: string; pid?: number | undefined } | undefined
  stop: () => Promise<void>
}

/**
 * For tests: PostgreSQL always, and a real Meilisearch when there is one: a `meilisearch` binary on PATH or named by
 * MEILI_BIN is started for this test file alone; MEILI_URL with MEILI_API_KEY names a running server instead.
 * Without either the tests say that they ran on PostgreSQL only.
 */
export async function openTestEngines(db: Db): Promise<TestEngines> {
  const server = await findServer()
  const engines = [createPostgresEngine(db)]
  if (!server) {
    process.stdout.write('SKIPPED on Meilisearch: no `meilisearch` on PATH, no MEILI_BIN, no MEILI_URL; ran on PostgreSQL only\n')
    return { engines, meilisearch: undefined, stop: () => Promise.resolve() }
  }
  const keys = await restrictKey(server.url, server.key)
  engines.push(createMeilisearchEngine({ url: server.url, keys, db, searchTimeoutMs: 10_000 }))
  return { engines, meilisearch: { url: server.url, key: server.key, pid: server.pid }, stop: server.stop }
}

/** True when openTestEngines will bring a Meilisearch: known before tests are listed. */
export const hasMeilisearch = (): boolean => Boolean(process.env.MEILI_URL ?? binary())

export function binary(): string | undefined {
  const name = process.env.MEILI_BIN ?? 'meilisearch'
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0 ? name : undefined
}

type Server = { url: string; key: string; pid?: number | undefined; stop: () => Promise<void> }

async function findServer(): Promise<Server | undefined> {
  if (process.env.MEILI_URL) return { url: process.env.MEILI_URL, key: process.env.MEILI_API_KEY ?? '', stop: () => Promise.resolve() }
  const name = binary()
  return name ? startServer(name) : undefined
}

/** A Meilisearch of one's own; `at` starts one again where another one was. */
export async function startServer(
  name: string,
  at?: { folder: string; url: string; key: string },
): Promise<Server & { folder: string; kill: () => Promise<void> }> {
  const folder = at?.folder ?? mkdtempSync(path.join(tmpdir(), 'casa-meili-'))
  const key = at?.key ?? randomBytes(16).toString('hex')
  const url = at?.url ?? `http://127.0.0.1:${await freePort()}`
  const places = ['--db-path', 'data', '--dump-dir', 'dumps', '--snapshot-dir', 'snapshots']
  const options = ['--no-analytics', '--http-addr', url.slice(7), '--master-key', key, ...indexingLimits, ...places]
  const child = spawn(name, options, { cwd: folder, stdio: 'ignore' })
  await ready(url, child)
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  return {
    url,
    key,
    folder,
    pid: child.pid,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 300 && child.exitCode === null; i++) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error('Meilisearch did not start')
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
