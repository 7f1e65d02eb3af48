/**
 * S6 over real HTTP, on each engine: practices, chapters and take-aways change their state at random for two minutes
 * while readers search, each holding words nobody else has. A record that was not public while a request ran may be in
 * no answer, count, facet, suggestion, feed, mail, download, sitemap or log line. One that was withdrawn must be gone
 * within two seconds. Seed printed; result in docs/long-runs.
 *
 * Run: node tests/long/search-canary.ts [seconds]   (the built product; Meilisearch by MEILI_BIN or PATH)
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { enqueue } from '#app/shared/jobs.server.ts'
import { newId } from '#db/new-id.ts'
import { aPerson } from '../support/factories.ts'
import { check, finish, randomFrom } from './live/runner.ts'
import { aSession, type Bird, FLOCK, hatch, hiddenThroughout, isHidden, turn } from './search/birds.ts'
import { betrays, hear, newMails, outlets } from './search/outlets.ts'
import { enginesHere, type ServedSearch, serveSearch } from './search/served.ts'

const seconds = Number(process.argv[2] ?? 120)
const seed = Number(process.env.CANARY_SEED ?? Date.now() % 1_000_000)
const BIRDS = 60
/** What was withdrawn is gone everywhere after so long. */
const GRACE_MS = 2_000

type Told = {
  changes: number
  asked: Record<string, number>
  leaks: Set<string>
  late: { where: string; ms: number }[]
  failures: Set<string>
  mails: number
}

/** A hidden bird that is heard: a leak when it was never to be seen, late when it was withdrawn. */
function judge(told: Told, bird: Bird, where: string, from: number, to: number): void {
  if (hiddenThroughout(bird, 0, to)) told.leaks.add(`${where}: ${bird.catalogueId}, never public`)
  else if (hiddenThroughout(bird, from - GRACE_MS, to)) told.late.push({ where, ms: from - Math.max(...bird.seen.map((time) => time.to)) })
}

async function run(served: ServedSearch): Promise<Told> {
  const below = randomFrom(seed)
  const { db } = served
  const told: Told = { changes: 0, asked: {}, leaks: new Set(), late: [], failures: new Set(), mails: 0 }
  const session = await aSession(db)
  const birds: Bird[] = []
  for (let i = 0; i < BIRDS; i++) birds.push(await hatch(db, i, below, session))
  const anyBird = () => birds[below(BIRDS)] as Bird
  const until = Date.now() + seconds * 1_000
  const turning = new Set<Bird>()
  const changing = async () => {
    while (Date.now() < until) {
      const bird = anyBird()
      if (!turning.has(bird)) {
        turning.add(bird)
        await turn(db, bird, below)
        turning.delete(bird)
        told.changes += 1
      }
      await wait(100 + below(200)) // some ten changes a second in all: more than any day has
    }
  }
  const reading = async () => {
    while (Date.now() < until) {
      const asked = birds.filter(isHidden)
      const bird = asked[below(asked.length)]
      const outlet = outlets[below(outlets.length)]
      if (!bird || !outlet) continue
      const from = Date.now()
      const heard = await hear(served.url, outlet.path(bird))
      const to = Date.now()
      told.asked[outlet.name] = (told.asked[outlet.name] ?? 0) + 1
      if (heard.status >= 500) told.failures.add(`${outlet.name}: HTTP ${heard.status}`)
      for (const each of outlet.asks ? [bird] : birds) if (betrays(outlet, each, heard)) judge(told, each, outlet.name, from, to)
    }
  }
  await Promise.all([changing(), changing(), ...Array.from({ length: 4 }, reading), mailing(served, birds, told, until)])
  await settle(served, birds, told)
  return told
}

/** One reader's saved search, told as often as can be: what a mail holds must have been public when it was asked for. */
async function mailing({ db }: ServedSearch, birds: Bird[], told: Told, until: number): Promise<void> {
  const reader = await aPerson(db, { locale: 'it' })
  const id = newId()
  await db
    .insertInto('saved_search')
    .values({ id, person_id: reader.id, name: FLOCK, query: `q=${FLOCK}`, frequency: 'daily' })
    .execute()
  let since = new Date()
  while (Date.now() < until) {
    const from = Date.now()
    await sql`update saved_search set checked_at = now() - interval '2 days', started_at = now() - interval '3 days' where id = ${id}`.execute(
      db,
    )
    await db.deleteFrom('saved_search_told').where('saved_search_id', '=', id).execute()
    await enqueue(db, 'search-digest', { personId: reader.id }, { jobKey: `search-digest:${reader.id}` })
    await wait(1_500)
    const mails = await newMails(db, since)
    for (const mail of mails) {
      told.mails += 1
      since = mail.at > since ? mail.at : since
      for (const bird of birds) if (mail.text.includes(bird.quiet)) judge(told, bird, 'mail', from, mail.at.getTime())
    }
  }
}

/** In the end what is withdrawn is gone, words and all, whatever it was before; and no log line ever held a word. */
async function settle(served: ServedSearch, birds: Bird[], told: Told): Promise<void> {
  await wait(GRACE_MS)
  for (let round = 0; round < 60 && (await pending(served)) > 0; round++) await wait(500)
  const open = new Set((await served.db.selectFrom('catalogue_entry').select('id').execute()).map(({ id }) => id))
  for (const bird of birds.filter(({ catalogueId }) => !open.has(catalogueId)))
    for (const outlet of outlets) {
      const heard = await hear(served.url, outlet.path(bird))
      if (betrays(outlet, bird, heard)) told.leaks.add(`${outlet.name} still knows ${bird.catalogueId} in the end`)
    }
  const logs = served.logs()
  for (const bird of birds) if (logs.includes(bird.quiet)) told.leaks.add(`the logs hold ${bird.catalogueId}`)
}

async function pending({ db }: ServedSearch): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'index-catalogue'`.execute(db)
  return rows[0]?.n ?? 0
}

const startedAt = new Date()
const checks = []
const rounds = []
for (const engine of enginesHere()) {
  const served = await serveSearch(engine)
  try {
    const told = await run(served)
    for (const each of [...told.leaks, ...told.failures]) console.log(`${engine}: ${each}`)
    checks.push(check(`${engine}: leaks`, told.leaks.size, '0', told.leaks.size === 0))
    checks.push(check(`${engine}: seen later than 2 s after being withdrawn`, told.late.length, '0', told.late.length === 0))
    checks.push(check(`${engine}: error answers`, told.failures.size, '0', told.failures.size === 0))
    checks.push(check(`${engine}: mails read`, told.mails, '> 0', told.mails > 0))
    const late = Math.max(0, ...told.late.map(({ ms }) => ms))
    for (const [where, times] of Map.groupBy(told.late, (one) => one.where)) console.log(`${engine}: late in ${where}: ${times.length}`)
    for (const [outlet, asked] of Object.entries(told.asked).sort()) rounds.push({ engine, outlet, asked })
    rounds.push({ engine, outlet: 'mails', asked: told.mails })
    rounds.push(
      { engine, outlet: 'changes of state', asked: told.changes },
      { engine, outlet: 'latest seen after being withdrawn, ms', asked: late },
    )
  } finally {
    await served.stop()
  }
}
finish(
  {
    name: 'search-canary',
    title: 'Nothing unpublished is found, over HTTP, while states change at random',
    checks,
    facts: { seed, seconds, records: BIRDS, machine: 'shared with other work' },
    rounds,
  },
  startedAt,
)
