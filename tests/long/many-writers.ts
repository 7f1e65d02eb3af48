/**
 * 150 people write 20 texts for five minutes; the server is killed with -9 three times and started again. Nobody may lose
 * a character, and everybody must read the same in the end.
 *
 * Run: node tests/long/many-writers.ts [minutes] [writers] [texts]
 */
import { setTimeout as wait } from 'node:timers/promises'
import { prepareServer } from './live/restarting-server.ts'
import { startDatabase } from '../bench/live/servers.ts'
import { summary } from '../bench/live/numbers.ts'
import { check, finish } from './live/runner.ts'
import { aTextFor, compare, type SentTimes, storedText, Writer } from './live/writer.ts'

const [minutes, people, texts] = [process.argv[2] ?? 5, process.argv[3] ?? 150, process.argv[4] ?? 20].map(Number) as [
  number,
  number,
  number,
]
const perSecond = 1
const kills = 3
/** Edits typed this close to a kill wait for the restart: their time to be seen is told apart. */
const disturbedMs = 15_000

const startedAt = new Date()
const database = await startDatabase()
const server = await prepareServer(database.url)
const perText = Math.ceil(people / texts)
const names = await Promise.all(Array.from({ length: texts }, () => aTextFor(database.db, perText)))
const sent = names.map((): SentTimes => [])
const groups: Writer[][] = names.map(() => [])
for (let person = 0; person < people; person++) {
  const text = person % texts
  groups[text]!.push(await Writer.join(database.db, server.url, names[text]!, Math.floor(person / texts), sent[text]!))
}
const all = groups.flat()
all.forEach((writer) => writer.start(perSecond))

const killedAt: number[] = []
const from = performance.now()
for (let kill = 1; kill <= kills; kill++) {
  const due = (minutes * 60_000 * (kill - 0.5 + Math.random() / 2)) / (kills + 1)
  await wait(Math.max(0, from + due - performance.now()))
  killedAt.push(performance.now())
  await server.kill()
  await wait(1_000 + Math.random() * 2_000)
  await server.start()
  console.log(`killed and started again, ${Math.round((performance.now() - from) / 1_000)} s`)
}
await wait(Math.max(0, from + minutes * 60_000 - performance.now()))
all.forEach((writer) => writer.stop())
const stoppedAt = performance.now()
const deadline = stoppedAt + 60_000
const isDone = () =>
  all.every((writer) => writer.isSaved) && groups.every((group) => new Set(group.map(({ client }) => client.text())).size === 1)
while (!isDone() && performance.now() < deadline) await wait(50)
const settledMs = Math.round(performance.now() - stoppedAt)

const equal = groups.filter((group) => new Set(group.map(({ client }) => client.text())).size === 1).length
let [lost, twice] = [0, 0]
for (const [text, group] of groups.entries()) {
  const edits = group.map((writer) => writer.edits)
  for (const read of [await storedText(database.db, names[text]!), ...group.map(({ client }) => client.text())]) {
    const found = compare(read, edits)
    lost += found.lost
    twice += found.twice
  }
}
const seen = all.flatMap((writer) => writer.seen)
const calm = seen.filter(({ at }) => killedAt.every((kill) => at < kill - 2_000 || at > kill + disturbedMs))
const edits = all.reduce((sum, writer) => sum + writer.edits, 0)
finish(
  {
    name: 'many-writers',
    title: `${people} people write ${texts} texts for ${minutes} minutes, the server is killed ${kills} times`,
    checks: [
      check('edits of 8 characters lost, in the database and in every replica', lost, '0', lost === 0),
      check('edits that stand twice', twice, '0', twice === 0),
      check('texts whose replicas are all equal', equal, String(texts), equal === texts),
      check(
        'everything saved',
        all.every((writer) => writer.isSaved),
        'true',
        all.every((writer) => writer.isSaved),
      ),
    ],
    facts: {
      edits,
      settledMs,
      seenMs: summary(seen.map(({ ms }) => ms)),
      seenMsAwayFromKills: summary(calm.map(({ ms }) => ms)),
      note: 'latencies are wall-clock times on a machine that others may have used at the same time',
    },
  },
  startedAt,
)
all.forEach(({ client }) => client.destroy())
await server.kill()
await database.stop()
