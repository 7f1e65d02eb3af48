import fs from 'node:fs'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { SearchDocument, SearchEngine } from '#search/engine.ts'
import { cpuOf, percentile, rounded } from '../cpu-time.ts'
import { searchQueries, suggestQueries } from '../search-queries.ts'
import { generateRecords } from '../search-records.ts'

export type Spread = { p50: number; p95: number; most: number }
/** By the clock, and as time on a processor (ours and the engine's), which other work on the machine changes less. */
export type Timed = { wall: Spread; cpu: Spread }
export type Rebuilt = { seconds: number; cpuSeconds: number; askedMeanwhile: number; failedMeanwhile: number; emptyMeanwhile: number }
export type EngineReport = {
  engine: SearchEngine['name']
  version: string
  indexMegabytes: number
  rebuild: Rebuilt | null
  search: Timed
  again?: Timed
  suggest: Timed
  changeToFindable: Spread
  byKind: Record<string, Timed>
  /** Questions the engine did not answer. */
  failed: string[]
}

type Once = { wall: number; cpu: number; failed?: string }

export const spread = (numbers: readonly number[]): Spread => ({
  p50: rounded(percentile(numbers, 0.5)),
  p95: rounded(percentile(numbers, 0.95)),
  most: rounded(Math.max(...numbers)),
})
export const summary = (times: readonly Once[]): Timed => ({
  wall: spread(times.map(({ wall }) => wall)),
  cpu: spread(times.map(({ cpu }) => cpu)),
})

/** Processes that work for a question: this one, the database's sessions, Meilisearch. */
async function working(db: Db, pids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`.execute(db)
  return [process.pid, ...pids, ...rows.map(({ pid }) => pid)]
}
const totalCpu = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + (fs.existsSync(`/proc/${pid}`) ? cpuOf(pid) : 0), 0)

async function timed<T>(db: Db, pids: readonly number[], list: readonly T[], ask: (each: T) => Promise<unknown>): Promise<Once[]> {
  const all = await working(db, pids)
  const times: Once[] = []
  for (const each of list) {
    const [began, before] = [performance.now(), totalCpu(all)]
    // A question that fails is counted, with the time it took: readers get PostgreSQL's answer then.
    const failed = await ask(each).then(
      () => undefined,
      (error: unknown) => `${JSON.stringify(each).slice(0, 60)}: ${error instanceof Error ? error.name : String(error)}`,
    )
    times.push({ wall: performance.now() - began, cpu: totalCpu(all) - before, ...(failed && { failed }) })
  }
  return times
}

/** The round in the middle, by its p95. */
const middle = (rounds: Once[][]): Timed =>
  rounds.map(summary).toSorted((a, b) => a.cpu.p95 - b.cpu.p95)[Math.floor(rounds.length / 2)] as Timed

/** Searches with all facets, suggestions; a first round warms up. */
export async function measureQuestions(db: Db, engine: SearchEngine, pids: readonly number[], rounds: number) {
  const [searched, suggested]: [Once[][], Once[][]] = [[], []]
  const byKind = new Map<string, Once[]>()
  for (let round = -1; round < rounds; round++) {
    const search = await timed(db, pids, searchQueries, (query) => engine.search(query))
    const suggest = await timed(db, pids, suggestQueries, (text) => engine.suggest(text, 'it'))
    if (round < 0) continue
    searched.push(search)
    suggested.push(suggest)
    search.forEach((each, i) => {
      const kind = searchQueries[i]?.kind ?? ''
      byKind.set(kind, [...(byKind.get(kind) ?? []), each])
    })
  }
  const kinds = Object.fromEntries([...byKind].map(([kind, times]) => [kind, summary(times)]))
  const failed = [...new Set([...searched, ...suggested].flat().flatMap((each) => each.failed ?? []))]
  return { search: middle(searched), suggest: middle(suggested), byKind: kinds, failed }
}

/** From the change of a record to the moment a search finds its new word. */
export async function measureChanges(engine: SearchEngine): Promise<Spread> {
  const records = [...generateRecords(20, 7)]
  const times: number[] = []
  for (const [i, record] of records.entries()) {
    const word = `trovabile${i}x`
    const began = performance.now()
    await engine.upsert([{ ...record, texts: { it: { title: word, summary: '', body: record.texts.it?.body ?? '' } } }])
    while ((await engine.search({ text: word, lang: 'it' })).total === 0)
      if (performance.now() - began > 60_000) throw new Error(`${engine.name} does not find what was changed a minute ago`)
    times.push(performance.now() - began)
  }
  await engine.remove(records.map(({ id }) => id))
  return spread(times)
}

/** Rebuilds while somebody goes on asking: an error or an empty answer meanwhile is counted. */
export async function measureRebuild(db: Db, engine: SearchEngine, records: number, pids: readonly number[]): Promise<Rebuilt> {
  const wasFilled = (await engine.health().catch(() => ({ documents: 0 }))).documents > 0
  const [began, before] = [performance.now(), totalCpu(await working(db, pids))]
  let done = false
  const asked = { all: 0, failed: 0, empty: 0 }
  const asking = async () => {
    while (!done && wasFilled) {
      asked.all += 1
      await engine.search({ text: 'affitto', lang: 'it' }).then(
        ({ total }) => (asked.empty += total === 0 ? 1 : 0),
        () => (asked.failed += 1),
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const reader = asking()
  await engine.rebuild(generated(records)).finally(() => (done = true))
  await reader
  return {
    seconds: rounded((performance.now() - began) / 1000),
    cpuSeconds: rounded((totalCpu(await working(db, pids)) - before) / 1000),
    askedMeanwhile: asked.all,
    failedMeanwhile: asked.failed,
    emptyMeanwhile: asked.empty,
  }
}

const generated = (records: number) => ({
  async *batches(): AsyncIterable<SearchDocument[]> {
    await Promise.resolve()
    let batch: SearchDocument[] = []
    for (const record of generateRecords(records)) {
      batch.push(record)
      if (batch.length < 500) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  },
  changedSince: () => Promise.resolve([]),
})
