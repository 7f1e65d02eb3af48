/**
 * Search at 100,000 records on PostgreSQL and, when a Meilisearch is there (MEILI_BIN, PATH or MEILI_URL): search with all
 * facets over the committed query mix, suggestions, change → findable, rebuild with somebody asking meanwhile, index size.
 * Targets (quality.md): p95 25 ms with facets, suggestions 10 ms, change 1 s. Writes results/search.json and
 * docs/search-speed.md.
 *
 * Run: node tests/bench/search.bench.ts [records]. BENCH_DATABASE_URL names an empty or already filled database to use
 * instead of a new one, MEILI_URL a Meilisearch (MEILI_PID its process); filled ones are rebuilt only with BENCH_REBUILD=1.
 * BENCH_ENGINE names one engine; the other's last numbers stay in the report.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type Db, openDatabase } from '#db/connection.ts'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'
import { loadReferenceData } from '#db/load-reference-data.ts'
import { migrate } from '#db/migrate.ts'
import type { SearchEngine } from '#search/engine.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { openTestEngines, type TestEngines } from '#search/relevance/test-engines.ts'
import { rounded } from './cpu-time.ts'
import { type EngineReport, measureChanges, measureQuestions, measureRebuild } from './search/measure.ts'
import { type SearchReport, searchPage } from './search/report.ts'
import { searchQueries } from './search-queries.ts'

const RECORDS = Number(process.argv[2] ?? 100_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const results = path.join(import.meta.dirname, 'results/search.json')

async function main(url: string): Promise<void> {
  await migrate(url)
  const { db } = openDatabase({ url, onError: (error) => console.error(error) })
  await loadReferenceData(db)
  const opened = await openTestEngines(db)
  try {
    const engines: EngineReport[] = []
    for (const engine of opened.engines)
      if (!process.env.BENCH_ENGINE || process.env.BENCH_ENGINE === engine.name) engines.push(await measure(db, engine, opened))
    write(engines)
  } finally {
    await opened.stop()
    await db.destroy()
  }
}

function write(measured: EngineReport[]): void {
  const before = fs.existsSync(results) ? (JSON.parse(fs.readFileSync(results, 'utf8')) as SearchReport).engines : []
  const engines = [...measured, ...before.filter(({ engine }) => !measured.some((each) => each.engine === engine))]
  const machine = { cpus: os.cpus().length, model: os.cpus()[0]?.model, load: os.loadavg().map(rounded) }
  const report: SearchReport = {
    measured: new Date().toISOString(),
    records: RECORDS,
    queries: searchQueries.length,
    rounds: ROUNDS,
    machine,
    engines: engines.toSorted((a, b) => (a.engine < b.engine ? 1 : -1)),
  }
  fs.mkdirSync(path.dirname(results), { recursive: true })
  fs.writeFileSync(results, `${JSON.stringify(report, null, 2)}\n`)
  const page = searchPage(report)
  fs.writeFileSync(path.resolve(import.meta.dirname, '../../docs/search-speed.md'), page)
  console.log(page)
}

async function measure(db: Db, engine: SearchEngine, { meilisearch }: TestEngines): Promise<EngineReport> {
  const meili = engine.name === 'meilisearch' ? meilisearch : undefined
  const pid = meili?.pid ?? Number(process.env.MEILI_PID ?? 0)
  const pids = meili && pid ? [pid] : []
  const { documents } = await engine.health().catch(() => ({ documents: 0 }))
  const asIs = documents === RECORDS && process.env.BENCH_REBUILD !== '1'
  const rebuild = asIs ? null : await measureRebuild(db, engine, RECORDS, pids)
  // What was counted for the last round would be known in the next: PostgreSQL's engine forgets it here.
  const forgetful = engine.name === 'postgres' ? createPostgresEngine(db, { keptCounts: 0 }) : engine
  const questions = await measureQuestions(db, forgetful, pids, ROUNDS)
  const again = engine.name === 'postgres' ? (await measureQuestions(db, engine, pids, 2)).search : undefined
  return {
    engine: engine.name,
    version: meili ? await meilisearchVersion(meili) : await postgresVersion(db),
    indexMegabytes: meili ? await meilisearchSize(meili) : await postgresSize(db),
    rebuild,
    ...questions,
    ...(again && { again }),
    changeToFindable: await measureChanges(engine),
  }
}

type Server = { url: string; key: string }
const ask = async (server: Server, where: string): Promise<Record<string, unknown>> =>
  (await (await fetch(server.url + where, { headers: { authorization: `Bearer ${server.key}` } })).json()) as Record<string, unknown>
const meilisearchVersion = async (server: Server) => String((await ask(server, '/version')).pkgVersion)
const meilisearchSize = async (server: Server) => Math.round(Number((await ask(server, '/stats')).databaseSize) / 1e6)

async function postgresVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  return rows[0]?.server_version ?? ''
}

async function postgresSize(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select (pg_total_relation_size('search_entry') + pg_total_relation_size('search_word'))::float8 as bytes`.execute(db)
  return Math.round((rows[0]?.bytes ?? 0) / 1e6)
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
