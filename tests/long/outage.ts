/**
 * The database goes away for two minutes while people write, becomes slow (three seconds an answer), refuses to write (disk
 * full), and is away when the server is told to stop. Nobody may lose a word, nothing may come twice, memory stays bounded.
 *
 * Run: node tests/long/outage.ts [seconds]
 */
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { processStat } from '../bench/live/process-stat.ts'
import { type Served, serve, startDatabase } from '../bench/live/servers.ts'
import { cable } from '../support/collab/cable.ts'
import { type Check, check, finish } from './live/runner.ts'
import { aTextFor, compare, type SentTimes, storedText, Writer } from './live/writer.ts'

const awaySeconds = Number(process.argv[2] ?? 120)
const texts = 5
const perText = 4
const perSecond = 2

const startedAt = new Date()
const database = await startDatabase()
const line = await cable(database.url)
const spill = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-outage-'))
const child = '../../support/collab/serve-child.ts'
let server: Served = await serve(child, [line.url, '0', spill])
const { port } = new URL(server.url)
const names = await Promise.all(Array.from({ length: texts }, () => aTextFor(database.db, perText)))
const sent = names.map((): SentTimes => [])
const groups: Writer[][] = names.map(() => [])
for (const [text, name] of names.entries())
  for (let writer = 0; writer < perText; writer++) groups[text]!.push(await Writer.join(database.db, server.url, name, writer, sent[text]!))
const all = groups.flat()
const checks: Check[] = []
const facts: Record<string, unknown> = {}

/** Waits until everybody's words are saved; milliseconds. */
async function savedMs(limit = 60_000): Promise<number> {
  const from = performance.now()
  while (!all.every((writer) => writer.isSaved) && performance.now() - from < limit) await wait(20)
  return Math.round(performance.now() - from)
}

async function compareAll(): Promise<{ lost: number; twice: number }> {
  const total = { lost: 0, twice: 0 }
  for (const [text, group] of groups.entries()) {
    const found = compare(
      await storedText(database.db, names[text]!),
      group.map((writer) => writer.edits),
    )
    total.lost += found.lost
    total.twice += found.twice
  }
  return total
}

/** Breaks something, lets everybody write on for a while, mends it, and looks at what is left. */
async function phase(title: string, seconds: number, broken: () => unknown, mended: () => unknown, withinMs: number): Promise<void> {
  const before = processStat(server.pid).rssMiB
  let most = before
  await broken()
  for (let second = 0; second < seconds; second++) {
    await wait(1_000)
    most = Math.max(most, processStat(server.pid).rssMiB)
  }
  const unsaved = all.reduce((sum, { client }) => sum + client.provider.unsyncedChanges, 0)
  await mended()
  all.forEach((writer) => writer.stop())
  const ms = await savedMs()
  const { lost, twice } = await compareAll()
  checks.push(
    check(`${title}: edits waiting when it ended`, unsaved, '> 0', unsaved > 0),
    check(`${title}: all saved after, ms`, ms, `≤ ${withinMs}`, ms <= withinMs),
    check(`${title}: edits lost`, lost, '0', lost === 0),
    check(`${title}: edits twice`, twice, '0', twice === 0),
    check(`${title}: memory grew by, MiB`, Math.round(most - before), '≤ 150', most - before <= 150),
  )
  facts[title] = { seconds, rssBeforeMiB: Math.round(before), rssMostMiB: Math.round(most) }
  console.log(`${title}: ${unsaved} edits waited, saved in ${ms} ms, lost ${lost}, twice ${twice}`)
  all.forEach((writer) => writer.start(perSecond))
}

const refuse = async () => {
  await sql`create or replace function disk_is_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`.execute(database.db)
  await sql`create trigger full_disk before insert on document_update execute function disk_is_full()`.execute(database.db)
}

/** The server is told to stop while the database is away and its authors leave: a file holds their words until it is back. */
async function stopDuringOutage(): Promise<void> {
  line.cut()
  await wait(3_000)
  all.forEach((writer) => writer.stop())
  await wait(2_500) // the last edits were sent and could not be written
  all.forEach(({ client }) => client.provider.configuration.websocketProvider.disconnect())
  const ended = once(server.child, 'exit')
  server.child.kill('SIGTERM')
  const [code] = (await ended) as [number]
  const [file = ''] = fs.readdirSync(spill)
  line.mend()
  server = await serve(child, [line.url, port, spill])
  const before = await compareAll() // from the file alone
  const content = fs.readdirSync(spill)
  all.forEach(({ client }) => void client.provider.configuration.websocketProvider.connect())
  const ms = await savedMs()
  const { lost, twice } = await compareAll()
  checks.push(
    check('stopped during an outage: exit code', code, '3', code === 3),
    check('stopped during an outage: a file was written', file, '*.jsonl', file.endsWith('.jsonl')),
    check(
      'stopped during an outage: it was read back once',
      content.join(' '),
      `${file}.imported`,
      content.join(' ') === `${file}.imported`,
    ),
    check('stopped during an outage: edits twice, from the file', before.twice, '0', before.twice === 0),
    check('stopped during an outage: edits lost once their authors are back', lost, '0', lost === 0),
    check('stopped during an outage: edits twice then', twice, '0', twice === 0),
  )
  facts['stopped during an outage'] = { notInTheFile: before.lost, savedMsOnceTheirAuthorsWereBack: ms }
}

all.forEach((writer) => writer.start(perSecond))
await wait(5_000)
await phase(
  'database away',
  awaySeconds,
  () => line.cut(),
  () => line.mend(),
  5_000,
)
await wait(3_000)
await phase(
  'database slow, 3 s an answer',
  20,
  () => line.slow(3_000),
  () => line.slow(0),
  15_000,
)
await wait(3_000)
await phase('disk full', 15, refuse, () => sql`drop trigger full_disk on document_update`.execute(database.db), 5_000)
await wait(3_000)
await stopDuringOutage()
const replicas = groups.every((group) => new Set(group.map(({ client }) => client.text())).size === 1)
checks.push(check('replicas are all equal in the end', replicas, 'true', replicas))
facts.people = all.length
facts.edits = all.reduce((sum, writer) => sum + writer.edits, 0)
facts.away = 'connections to the database are reset and new ones refused, as when it is stopped (a proxy between it and the server)'
finish({ name: 'outage', title: 'The database is away, slow, full; the server is stopped meanwhile', checks, facts }, startedAt)
all.forEach(({ client }) => client.destroy())
await server.stop()
line.close()
await database.stop()
fs.rmSync(spill, { recursive: true, force: true })
