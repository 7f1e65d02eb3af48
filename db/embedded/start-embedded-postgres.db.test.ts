import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, expect, it } from 'vitest'
import { postmasterPid, processesIn } from './live-processes.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts'

// One DATA_DIR, with a space in its name, lives through everything that can happen to it.
const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'casa embedded-'))
fs.chmodSync(parent, 0o755)
const dataDir = path.join(parent, 'data')
const dataFolder = path.join(dataDir, 'postgres')
const told: string[] = []
const log = { info: (line: string) => void told.push(line), error: (line: string) => void told.push(line) }
const settings = { fsync: 'off' }
const running = new Set<EmbeddedPostgres>()

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataDir: folder, log, settings })
  const stop = async (): Promise<void> => {
    running.delete(tracked)
    await started.stop()
  }
  const tracked = { url: started.url, stop }
  running.add(tracked)
  return tracked
}

afterEach(async () => {
  for (const one of running) await one.stop()
})
afterAll(() => fs.rmSync(parent, { recursive: true }))

async function query<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows as T[]
  } finally {
    await client.end()
  }
}

const words = (url: string): Promise<{ word: string }[]> => query(url, 'select word from kept order by word')

it('makes a database, keeps what it holds, and stops cleanly', async () => {
  const first = await start()
  await query(first.url, `create table kept (word text); insert into kept values ('città')`)
  await first.stop()
  expect(processesIn(dataFolder)).toEqual([])
  expect(fs.existsSync(path.join(dataFolder, 'postmaster.pid'))).toBe(false)
  expect(await words((await start()).url)).toEqual([{ word: 'città' }])
})

it('has the encoding, extensions and collations the product needs, and asks for its password', async () => {
  const { url } = await start()
  const [found] = await query<{ sorted: string[]; encoding: string }>(
    url,
    `select array(select x collate "it-x-icu" from unnest(array['zoo', 'è', 'e', 'città']) x order by 1) as sorted, current_setting('server_encoding') as encoding`,
  )
  expect(found).toEqual({ sorted: ['città', 'e', 'è', 'zoo'], encoding: 'UTF8' })
  await query(url, 'create extension if not exists unaccent; create extension if not exists pg_trgm')
  const wrong = new URL(url)
  wrong.password = 'wrong'
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password')
  expect(fs.statSync(path.join(dataDir, 'postgres.json')).mode & 0o077).toBe(0)
})

it('refuses a second process on the same folder, and says who has it', async () => {
  await start()
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(`process ${process.pid}`)
})

/** Another process that starts the database and waits; resolves to it once the database answers. */
async function otherProcess(): Promise<{ child: ChildProcess; url: string }> {
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'start-embedded-postgres.ts'))}
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: console, settings: { fsync: 'off' } })
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, url: url.toString() }
}

it('takes up the database that a killed Casa Comune left running', async () => {
  const { child, url } = await otherProcess()
  await query(url, `insert into kept values ('orfano')`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(processesIn(dataFolder).length).toBeGreaterThan(0)
  expect(await words((await start()).url)).toEqual([{ word: 'città' }, { word: 'orfano' }])
  expect(told.join()).toContain('orphaned')
})

it('takes the database along when a signal ends the process before anybody handles signals', async () => {
  const { child } = await otherProcess()
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([143, null])
  while (processesIn(dataFolder).length > 0) await wait(50) // the test's time limit ends this
  expect(fs.existsSync(path.join(dataFolder, 'postmaster.pid'))).toBe(false)
})

it('comes back on the same port when the postmaster is killed', async () => {
  const { url } = await start()
  process.kill(postmasterPid(dataFolder) ?? 0, 'SIGKILL')
  const deadline = Date.now() + 20_000
  for (let answer: unknown; !answer; await wait(100)) {
    answer = await words(url).catch((error: unknown) => {
      if (Date.now() > deadline) throw error
    })
  }
  expect(await words(url)).toHaveLength(2)
})

it('is not stopped by a pid file that names somebody else, nor by a claim of a re-used pid', async () => {
  fs.writeFileSync(path.join(dataFolder, 'postmaster.pid'), `${process.pid}\n${dataFolder}\n`)
  fs.writeFileSync(path.join(dataDir, 'postgres.lock'), `${process.pid}\nanother start time\n`)
  expect(await words((await start()).url)).toHaveLength(2)
})

it('survives a lost postgres.json', async () => {
  fs.rmSync(path.join(dataDir, 'postgres.json'))
  expect(await words((await start()).url)).toHaveLength(2)
})

it('never takes an interrupted initdb for a database', async () => {
  const fresh = path.join(parent, 'fresh')
  fs.mkdirSync(path.join(fresh, 'postgres.new/base'), { recursive: true })
  fs.writeFileSync(path.join(fresh, 'postgres.new/PG_VERSION'), '18\n')
  expect(await query((await start(fresh)).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

// Only root runs PostgreSQL as somebody else, who cannot enter root's closed folders.
if (process.getuid?.() === 0) {
  it('works for root below a closed folder, and forgets the database with its DATA_DIR', async () => {
    const closed = path.join(parent, 'closed')
    fs.mkdirSync(closed, { mode: 0o700 })
    const below = path.join(closed, 'data')
    const first = await start(below)
    await query(first.url, 'create table here ()')
    await first.stop()
    const place = fs.readFileSync(path.join(below, 'postgres-location'), 'utf8').trim()
    expect(await query((await start(below)).url, `select to_regclass('here') is not null as there`)).toEqual([{ there: true }])
    for (const one of running) await one.stop()
    fs.rmSync(below, { recursive: true })
    const again = await start(below)
    const placeAgain = fs.readFileSync(path.join(below, 'postgres-location'), 'utf8').trim()
    expect(await query(again.url, `select to_regclass('here') is not null as there`)).toEqual([{ there: false }])
    await again.stop()
    for (const folder of [place, placeAgain]) fs.rmSync(folder, { recursive: true })
  })
}
