/**
 * Search of the running product, over real HTTP, on each engine: hostile questions get an answer or a plain message, never
 * an error page and never after more than a second; a published record is found within a second; when neither engine can
 * answer the reader gets a sentence and keeps the words. Result in docs/long-runs.
 *
 * Run: node tests/long/search-over-http.ts   (the built product; Meilisearch by MEILI_BIN or PATH)
 */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { processesIn } from '#db/embedded/live-processes.ts'
import { percentile } from '../bench/cpu-time.ts'
import { hostileQueries } from '../support/hostile-queries.ts'
import { type Check, check, finish, randomFrom } from './live/runner.ts'
import { aSession, hatch, turn } from './search/birds.ts'
import { enginesHere, type ServedSearch, serveSearch } from './search/served.ts'

const PUBLISHED = 20
const doors = ['/it/cerca?', '/ar/cerca?', '/api/v1/search?', '/api/v1/suggest?', '/it/cerca/feed.atom?', '/it/buone-pratiche?']

async function get(url: string) {
  const began = performance.now()
  const response = await fetch(url)
  const text = await response.text()
  return { status: response.status, text, ms: performance.now() - began }
}

/** Node's fetch cannot send a question longer than the server reads; a refusal of that (414, 431) is plain too. */
async function hostile(served: ServedSearch): Promise<Check[]> {
  const errors: string[] = []
  const slow: string[] = []
  const times: number[] = []
  for (const door of doors) await get(`${served.url}${door}q=casa`) // warm
  for (const [name, query] of hostileQueries)
    for (const door of doors) {
      const answer = await get(served.url + door + query)
      times.push(answer.ms)
      if (answer.status >= 500) errors.push(`${door} ${name}: ${answer.status}`)
      if (answer.ms > 1_000) slow.push(`${door} ${name}: ${Math.round(answer.ms)} ms`)
    }
  for (const each of [...errors, ...slow]) console.log(`${served.engine}: ${each}`)
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)].map(Math.round)
  return [
    check(`${served.engine}: hostile questions answered with an error page, of ${times.length}`, errors.length, '0', errors.length === 0),
    check(`${served.engine}: hostile questions answered after more than 1 s`, slow.length, '0', slow.length === 0),
    check(`${served.engine}: hostile questions, p50 / p95 ms`, `${p50} / ${p95}`, '', true),
  ]
}

/** From the commit that publishes to the first answer that has it. */
async function findable(served: ServedSearch): Promise<Check[]> {
  const below = randomFrom(7)
  const session = await aSession(served.db)
  const times: number[] = []
  for (let i = 0; i < PUBLISHED; i++) {
    const bird = await hatch(served.db, i, below, session)
    await turn(served.db, bird, () => 0)
    const began = performance.now()
    const found = async () => {
      const answer = JSON.parse((await get(`${served.url}/api/v1/search?q=${encodeURIComponent(`"${bird.word}"`)}`)).text) as {
        total: number
      }
      return answer.total > 0
    }
    while (!(await found()) && performance.now() - began < 30_000) await wait(20)
    times.push(performance.now() - began)
  }
  const [p50, p95] = [Math.round(percentile(times, 0.5)), Math.round(percentile(times, 0.95))]
  return [
    check(`${served.engine}: published → findable, p50 ms`, p50, '≤ 1000', p50 <= 1_000),
    check(`${served.engine}: published → findable, p95 ms`, p95, '≤ 1000', p95 <= 1_000),
  ]
}

/** Meilisearch stands still and PostgreSQL's index is locked. */
async function unanswerable(served: ServedSearch): Promise<Check[]> {
  const meilisearch = served.engine === 'meilisearch' ? processesIn(path.join(served.dataDir, 'meilisearch'), 'meilisearch') : []
  for (const pid of meilisearch) process.kill(pid, 'SIGSTOP')
  try {
    return await served.db.transaction().execute(async (trx) => {
      await sql`lock table search_entry in access exclusive mode`.execute(trx)
      const page = await get(`${served.url}/it/cerca?q=parole%20da%20tenere`)
      const plain = page.text.includes('La ricerca sta impiegando troppo tempo') && page.text.includes('value="parole da tenere"')
      return [
        check(
          `${served.engine}: neither engine can answer: a sentence, the words kept`,
          `HTTP ${page.status}, ${plain}`,
          '200, true',
          plain,
        ),
        check(`${served.engine}: neither engine can answer: after, ms`, Math.round(page.ms), '≤ 3000', page.ms <= 3_000),
      ]
    })
  } finally {
    for (const pid of meilisearch) process.kill(pid, 'SIGCONT')
  }
}

const startedAt = new Date()
const checks: Check[] = []
for (const engine of enginesHere()) {
  const served = await serveSearch(engine)
  try {
    checks.push(...(await hostile(served)), ...(await findable(served)), ...(await unanswerable(served)))
  } finally {
    await served.stop()
  }
}
const facts = { hostile: hostileQueries.length, doors, published: PUBLISHED, machine: 'shared with other work' }
finish({ name: 'search-over-http', title: 'Search of the running product over HTTP', checks, facts }, startedAt)
