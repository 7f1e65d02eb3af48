/**
 * Twenty times: forty people write ten texts, the server is killed with -9 at a random moment and everybody's browser goes
 * with it; after a restart every acknowledged edit must be there, and none may be missing before a later one of the same
 * writer. In every second round PostgreSQL is killed too (SIGQUIT, its immediate shutdown).
 *
 * Run: node tests/long/crash-rounds.ts [rounds] [seed]
 */
import { setTimeout as wait } from 'node:timers/promises'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { LiteClient, seedState } from '../support/collab/lite-client.ts'
import { eachMark } from '../support/collab/marks.ts'
import { coldOpen } from '../bench/live/load.ts'
import { type Database, prepareTexts, serve, startDatabase } from '../bench/live/servers.ts'
import { check, finish, randomFrom } from './live/runner.ts'

const rounds = Number(process.argv[2] ?? 20)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const random = randomFrom(seed)
const texts = 10
const writers = 4
const perSecond = 3

/** By text and writer: how many edits were sent and how many, from the first on, were acknowledged. */
type Tally = { sent: Int32Array; acknowledged: Int32Array }

async function open(url: string, headers: Record<string, string>, names: readonly string[], tally: Tally): Promise<LiteClient[]> {
  const clients: LiteClient[] = []
  const state = seedState(writers)
  for (const [text, name] of names.entries())
    for (let writer = 0; writer < writers; writer++) {
      const at = text * writers + writer
      const client = new LiteClient(
        { url, headers, name, writer, carets: writer % 2 === 0 },
        {
          onSent: (_client, number) => void (tally.sent[at] = number + 1),
          onAck: (_client, number, _sentAt, _at, saved) => void (number >= 0 && saved && (tally.acknowledged[at] = number + 1)),
        },
      )
      await client.ready
      if (writer === 0) client.seed(state)
      while (client.unacknowledged > 0) await wait(2)
      clients.push(client)
    }
  return clients
}

/** Everybody types at their own pace until somebody calls `stop`. */
function writing(clients: readonly LiteClient[]): () => void {
  const timers = clients.map((client) => {
    let number = 0
    return setInterval(() => !client.dead && client.edit(number++), (1_000 / perSecond) * (0.8 + random(400) / 1_000))
  })
  return () => timers.forEach((timer) => clearInterval(timer))
}

async function killDatabase(database: Database): Promise<void> {
  process.kill(database.postmaster(), 'SIGQUIT')
  await wait(300)
  for (let left = 200; left > 0; left--) {
    if (await database.answers()) return
    await wait(100)
  }
  throw new Error('PostgreSQL did not come back')
}

async function count(url: string, headers: Record<string, string>, names: readonly string[], tally: Tally) {
  const result = { lost: 0, holes: 0, keptBeyond: 0 }
  for (const [text, name] of names.entries()) {
    const { doc, close } = await coldOpen(url, headers, name)
    const next = new Int32Array(writers)
    eachMark(Buffer.from(doc.getXmlFragment(fragmentName).toJSON()), (writer, number) => {
      if (number !== next[writer]) result.holes++
      next[writer] = number + 1
    })
    for (let writer = 0; writer < writers; writer++) {
      const acknowledged = tally.acknowledged[text * writers + writer]!
      result.lost += Math.max(0, acknowledged - next[writer]!)
      result.keptBeyond += Math.max(0, next[writer]! - acknowledged)
    }
    close()
  }
  return result
}

const sum = (numbers: Int32Array): number => numbers.reduce((one, other) => one + other, 0)

async function round(database: Database, number: number) {
  const { names, headers } = await prepareTexts(database.db, texts)
  const tally: Tally = { sent: new Int32Array(texts * writers), acknowledged: new Int32Array(texts * writers) }
  const server = await serve('serve-casa.ts', [database.url])
  const clients = await open(server.url, headers, names, tally)
  const stop = writing(clients)
  const afterMs = 1_500 + random(6_000)
  await wait(afterMs)
  server.child.kill('SIGKILL')
  clients.forEach((client) => client.destroy())
  stop()
  const alsoDatabase = number % 2 === 0
  if (alsoDatabase) await killDatabase(database)
  const sent = sum(tally.sent)
  const acknowledged = sum(tally.acknowledged)
  const again = await serve('serve-casa.ts', [database.url])
  const counted = await count(again.url, headers, names, tally)
  await again.stop()
  const line = { round: number, afterMs, killed: alsoDatabase ? 'server, PostgreSQL' : 'server', sent, acknowledged, ...counted }
  console.log(JSON.stringify(line))
  return line
}

const startedAt = new Date()
console.log(`seed ${seed}`)
const database = await startDatabase()
const lines: Awaited<ReturnType<typeof round>>[] = []
try {
  for (let number = 1; number <= rounds; number++) lines.push(await round(database, number))
} finally {
  await database.stop()
}
const total = (of: (line: (typeof lines)[number]) => number): number => lines.reduce((one, line) => one + of(line), 0)
const [acknowledged, lost, holes] = [total((line) => line.acknowledged), total((line) => line.lost), total((line) => line.holes)]
finish(
  {
    name: 'crash-rounds',
    title: 'kill -9 at random moments, everybody gone',
    checks: [
      check('rounds', lines.length, String(rounds), lines.length === rounds),
      check(
        'acknowledged edits',
        acknowledged,
        '> 0 in every round',
        lines.every((line) => line.acknowledged > 0),
      ),
      check('acknowledged edits lost', lost, '0', lost === 0),
      check('holes', holes, '0', holes === 0),
    ],
    facts: { seed, texts, writersPerText: writers, editsPerSecondAndWriter: perSecond },
    rounds: lines,
  },
  startedAt,
)
