import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { createDocument } from '#app/documents/create-document.server.ts'
import { type Db, openDatabase } from '#db/connection.ts'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'
import { prepareTemplate, withDatabase } from '../../support/database-template.ts'
import { aPerson } from '../../support/factories.ts'
import { testOrigin } from '../../support/collab/serve-collab.ts'

export type Database = {
  url: string
  db: Db
  pid: number
  /** Process id of the postmaster now: it is another one after each restart. */
  postmaster: () => number
  answers: () => Promise<boolean>
  stop: () => Promise<void>
}

/** A PostgreSQL of our own with the product's settings: every commit reaches the disk. */
export async function startDatabase(): Promise<Database> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-live-'))
  fs.chmodSync(dataDir, 0o755) // the database user must reach it
  const say = (message: string) => void process.stderr.write(`${message}\n`)
  const postgres = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined, error: say } })
  const template = await prepareTemplate(postgres.url)
  const client = new pg.Client(postgres.url)
  await client.connect()
  await client.query(`create database live template ${template}`)
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
  await client.end()
  const url = withDatabase(postgres.url, 'live')
  const { db } = openDatabase({ url, max: 4, onError: (error) => say(error.message) })
  const postmaster = () => Number(fs.readFileSync(path.join(rows[0]!.folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  const answers = () =>
    sql`select 1`.execute(db).then(
      () => true,
      () => false, // asked again by whoever waits for it
    )
  const stop = async () => {
    await db.destroy()
    await postgres.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, db, pid: postmaster(), postmaster, answers, stop }
}

/** Empty texts, and the headers of a person who may write them. */
export async function prepareTexts(db: Db, count: number): Promise<{ names: string[]; headers: Record<string, string> }> {
  const { id } = await aPerson(db)
  const names: string[] = []
  for (let index = 0; index < count; index++) names.push(`${await createDocument(db, { kind: 'chapter', sourceLang: 'it' })}.it`)
  return { names, headers: { cookie: `person=${id}`, origin: testOrigin } }
}

export type Served = { url: string; pid: number; child: ChildProcess; stop: () => Promise<void> }

/** Starts a server script of this folder; `flags` go to Node (a CPU profile). */
export async function serve(script: string, args: readonly string[], flags: readonly string[] = []): Promise<Served> {
  const child = spawn(process.execPath, [...flags, path.join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${script} ended with ${code} before it listened`)))
  const [line] = (await Promise.race([once(child.stdout, 'data'), died])) as [Buffer]
  died.catch(() => undefined) // later it may end as it likes
  const stop = async () => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(flags.length > 0 ? 'SIGTERM' : 'SIGKILL')
    await ended
  }
  return { url: String(line).trim(), pid: child.pid!, child, stop }
}

/** Runs a generator script of this folder in a process of its own and returns what it prints. */
export async function generate<T>(script: string, options: unknown): Promise<T> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${out}`)
  return JSON.parse(out.trim().split('\n').at(-1)!) as T
}
