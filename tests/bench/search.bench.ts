/**
 * Search at 100,000 records on PostgreSQL and, when a Meilisearch binary is there (MEILI_BIN or PATH), on Meilisearch:
 * search with all facets over the committed query mix, suggestions, change → findable, rebuild time, index size.
 * Each time is given twice: as the clock shows it, and as time spent on a processor (ours and the engine's), which other
 * work on the machine does not change. Targets (quality.md): p95 25 ms with facets, suggestions 10 ms, change 1 s.
 *
 * Run: node tests/bench/search.bench.ts [records]. BENCH_DATABASE_URL names an empty or already filled database to use
 * instead of a new one.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type Db, openDatabase } from '#db/connection.ts'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'
import { loadReferenceData } from '#db/load-reference-data.ts'
import { migrate } from '#db/migrate.ts'
import type { SearchDocument, SearchEngine } from '#search/engine.ts'
import { openTestEngines } from '#search/relevance/test-engines.ts'
import { cpuOf, percentile, rounded } from './cpu-time.ts'
import { searchQueries, suggestQueries } from './search-queries.ts'
import { generateRecords } from './search-records.ts'

const RECORDS = Number(process.argv[2] ?? 100_000)
const ROUNDS = 5

type Measured = { wall: number; cpu: number }

async function main(url: string): Promise<void> {
  await migrate(url)
  const { db } = openDatabase({ url, onError: (error) => console.error(error) })
  await loadReferenceData(db)
  const opened = await openTestEngines(db)
  try {
    const engines = []
    for (const engine of opened.engines) {
      const pids = engine.name === 'meilisearch' && opened.meilisearch?.pid ? [opened.meilisearch.pid] : []
      engines.push(await measure(db, engine, pids))
    }
    const machine = { cpus: os.cpus().length, model: os.cpus()[0]?.model, load: os.loadavg().map(rounded) }
    const report = { measured: new Date().toISOString(), records: RECORDS, queries: searchQueries.length, rounds: ROUNDS, machine, engines }
    const folder = path.join(import.meta.dirname, 'results')
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, 'search.json'), `${JSON.stringify(report, null, 2)}\n`)
    console.log(JSON.stringify(engines, null, 2))
  } finally {
    await opened.stop()
    await db.destroy()
  }
}

async function measure(db: Db, engine: SearchEngine, pids: number[]) {
  const filled = await engine.health().then(
    (health) => health.documents,
    () => 0,
  )
  const [began, before] = [performance.now(), totalCpu(await backends(db, pids))]
  if (filled !== RECORDS) await engine.rebuild(generated())
  const rebuild =
    filled === RECORDS
      ? null
      : { seconds: rounded((performance.now() - began) / 1000), cpuSeconds: rounded((totalCpu(await backends(db, pids)) - before) / 1000) }
  const rounds: ReturnType<typeof summary>[] = []
  const suggested: ReturnType<typeof summary>[] = []
  const byKind = new Map<string, Measured[]>()
  for (let round = -1; round < ROUNDS; round++) {
    const searched = await timed(db, pids, searchQueries, (query) => engine.search(query))
    const suggestions = await timed(db, pids, suggestQueries, (text) => engine.suggest(text, 'it'))
    if (round < 0) continue // warms up
    rounds.push(summary(searched))
    suggested.push(summary(suggestions))
    searched.forEach((each, i) => {
      const kind = searchQueries[i]?.kind ?? ''
      byKind.set(kind, [...(byKind.get(kind) ?? []), each])
    })
  }
  return {
    engine: engine.name,
    version: await versionOf(db, engine),
    rebuild,
    indexMegabytes: await sizeOf(db, engine),
    search: medianOf(rounds),
    suggest: medianOf(suggested),
    changeToFindable: await changes(engine),
    byKind: Object.fromEntries([...byKind].map(([kind, times]) => [kind, summary(times)])),
  }
}

const generated = () => ({
  async *batches(): AsyncIterable<SearchDocument[]> {
    await Promise.resolve()
    let batch: SearchDocument[] = []
    for (const record of generateRecords(RECORDS)) {
      batch.push(record)
      if (batch.length < 500) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  },
  changedSince: () => Promise.resolve([]),
})

/** Processes that work for a question: this one, the database's sessions, Meilisearch. */
async function backends(db: Db, pids: number[]): Promise<number[]> {
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`.execute(db)
  return [process.pid, ...pids, ...rows.map(({ pid }) => pid)]
}

const totalCpu = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + (fs.existsSync(`/proc/${pid}`) ? cpuOf(pid) : 0), 0)

async function timed<T>(db: Db, pids: number[], list: readonly T[], ask: (each: T) => Promise<unknown>): Promise<Measured[]> {
  const working = await backends(db, pids)
  const measured: Measured[] = []
  for (const each of list) {
    const [began, before] = [performance.now(), totalCpu(working)]
    await ask(each)
    measured.push({ wall: performance.now() - began, cpu: totalCpu(working) - before })
  }
  return measured
}

function summary(times: readonly Measured[]) {
  const [wall, cpu] = [times.map((each) => each.wall), times.map((each) => each.cpu)]
  const at = (numbers: number[]) => ({
    p50: rounded(percentile(numbers, 0.5)),
    p95: rounded(percentile(numbers, 0.95)),
    most: rounded(Math.max(...numbers)),
  })
  return { wall: at(wall), cpu: at(cpu) }
}

/** The round in the middle, by its p95. */
const medianOf = (rounds: ReturnType<typeof summary>[]) => rounds.toSorted((a, b) => a.cpu.p95 - b.cpu.p95)[Math.floor(rounds.length / 2)]

/** From the change of a record to the moment a search finds its new word. */
async function changes(engine: SearchEngine) {
  const records = [...generateRecords(30, 7)]
  const times: Measured[] = []
  for (const [i, record] of records.entries()) {
    const word = `trovabile${i}x`
    const began = performance.now()
    await engine.upsert([{ ...record, texts: { it: { title: word, summary: '', body: record.texts.it?.body ?? '' } } }])
    for (;;) {
      if ((await engine.search({ text: word, lang: 'it' })).total > 0) break
      if (performance.now() - began > 60_000) throw new Error(`${engine.name} does not find what was changed a minute ago`)
    }
    times.push({ wall: performance.now() - began, cpu: 0 })
  }
  await engine.remove(records.map(({ id }) => id))
  return summary(times).wall
}

async function versionOf(db: Db, engine: SearchEngine): Promise<string> {
  if (engine.name === 'meilisearch') return process.env.MEILI_VERSION ?? '1.50.0'
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  return rows[0]?.server_version ?? ''
}

async function sizeOf(db: Db, engine: SearchEngine): Promise<Record<string, number> | null> {
  if (engine.name === 'meilisearch') return null
  const { rows } = await sql<{ name: string; bytes: number }>`
    select 'table' as name, pg_table_size('search_entry')::float8 as bytes union all
    select 'indexes', pg_indexes_size('search_entry')::float8 union all
    select 'vocabulary', pg_total_relation_size('search_word')::float8`.execute(db)
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Math.round(bytes / 1e6)]))
}

if (process.env.BENCH_DATABASE_URL) await main(process.env.BENCH_DATABASE_URL)
else {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'casa-bench-search-'))
  fs.chmodSync(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined, error: console.error } })
  try {
    await main(postgres.url)
  } finally {
    await postgres.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}
