import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { asksForWords, parseQuery } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery, wantsMore } from '../analysis/vocabulary.ts'
import type { FacetCount, FacetName, SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit, type StoredRecord } from '../present-hit.ts'
import { queryTexts } from './query-text.ts'
import { CEILING, type Coverage, type Plan, searchSql } from './search-sql.ts'
import { postgresVocabulary } from './vocabulary.ts'

/** No question may hold a connection longer. */
const LONGEST_MS = 900

type Answer = {
  total: number
  capped: boolean
  hits: { ofType: number; record: StoredRecord }[]
  counts: [string, number][]
}

/** Searches the PostgreSQL index. All words must be there; when no record has them all, those that have most answer. */
export async function searchPostgres(db: Db, concepts: Concepts, asked: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const query = normaliseQuery(asked)
  const parsed = parseQuery(query.text)
  if (query.text.trim() !== '' && !asksForWords(parsed) && parsed.excluded.length === 0) return empty(query, started)
  const resolved = await resolveQuery(parsed, postgresVocabulary(db))
  const { answer, relaxed } = await withinTime(db, (trx) => best(trx, query, resolved)).catch((error: unknown) => {
    if (!tookTooLong(error)) throw error
    // A busy machine: titles and summaries alone, without counts, instead of an error page.
    return withinTime(db, async (trx) => ({ answer: await titlesOnly(trx, query, resolved), relaxed: false }))
  })
  return present(query, resolved, concepts, answer, relaxed, started)
}

async function best(trx: Db, query: NormalQuery, resolved: ResolvedQuery): Promise<{ answer: Answer; relaxed: boolean }> {
  const texts = queryTexts(resolved)
  const run = async (plan: Plan): Promise<Answer> => (await searchSql(query, plan).execute(trx)).rows[0] as Answer
  const strict = await run({ texts, relaxed: null, broad: isBroad(resolved) })
  if (!wantsMore(resolved, strict.total)) return { answer: strict, relaxed: false }
  const loose = await run({ texts, relaxed: coverageOf(resolved), broad: false }).catch((error: unknown) => {
    if (strict.total === 0 || !tookTooLong(error)) throw error
    return strict
  })
  return loose.total > strict.total ? { answer: loose, relaxed: strict.total === 0 } : { answer: strict, relaxed: false }
}

async function titlesOnly(trx: Db, query: NormalQuery, resolved: ResolvedQuery): Promise<Answer> {
  const plan = { texts: queryTexts(resolved), relaxed: null, broad: true }
  const { rows } = await searchSql({ ...query, facets: [] }, plan).execute(trx)
  return { ...(rows[0] as Answer), capped: true }
}

const tookTooLong = (error: unknown): boolean => (error as { code?: string }).code === '57014'

/** Runs under a time limit, so that no question holds a connection longer. */
function withinTime<T>(db: Db, run: (trx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    // Joins are by key for a page of hits only; guessed sizes would make the planner read the whole table for them.
    const plans = { jit: 'off', enable_hashjoin: 'off', enable_mergejoin: 'off', work_mem: '32MB' }
    const limits = { statement_timeout: `${LONGEST_MS}ms`, ...plans }
    await sql`select ${sql.join(Object.entries(limits).map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`.execute(trx)
    return run(trx)
  })
}

/** Every word is in more records than anybody pages through. */
const isBroad = (resolved: ResolvedQuery): boolean =>
  resolved.words.length > 0 &&
  resolved.phrases.length === 0 &&
  resolved.words.every(({ token }) => (resolved.counts.get(token) ?? 0) > CEILING)

/** Rare words say more about what was meant: inverse record counts, adding up to 1. A word nobody printed says nothing. */
function coverageOf(resolved: ResolvedQuery): Coverage {
  const weights = resolved.words.map(({ token }) => {
    const count = resolved.counts.get(token) ?? 0
    return { token, weight: count === 0 ? 0 : 1 / Math.log2(2 + count) }
  })
  const sum = weights.reduce((total, { weight }) => total + weight, 0) || 1
  return weights.map(({ token, weight }) => ({ token, weight: weight / sum }))
}

function present(
  query: NormalQuery,
  resolved: ResolvedQuery,
  concepts: Concepts,
  answer: Answer,
  relaxed: boolean,
  started: number,
): SearchResult {
  const wanted = wantedOf([...resolved.words.map((word) => word.token), ...resolved.phrases.flat()], concepts)
  const shown = answer.hits.map(({ record, ofType }) => ({ ofType, hit: presentHit(record, wanted, query.lang, query.filters.lang) }))
  const types = new Map(shown.map(({ hit, ofType }) => [hit.type, ofType]))
  return {
    total: answer.total,
    hits: query.perType ? [] : shown.map(({ hit }) => hit),
    groups: query.perType
      ? [...types].map(([type, total]) => ({ type, total, hits: shown.filter(({ hit }) => hit.type === type).map(({ hit }) => hit) }))
      : [],
    facets: facetsOf(query, answer.counts),
    capped: answer.capped,
    suggestion: resolved.suggestion,
    relaxed,
    engine: 'postgres',
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
}

/** `theme=theme:housing` back to facet and value. */
function facetsOf(query: NormalQuery, counts: [string, number][]): Partial<Record<FacetName, FacetCount[]>> {
  const facets = Object.fromEntries(query.facets.map((name): [string, FacetCount[]] => [name, []]))
  for (const [key, count] of counts) facets[key.slice(0, key.indexOf('='))]?.push({ value: key.slice(key.indexOf('=') + 1), count })
  return facets
}

function empty(query: NormalQuery, started: number): SearchResult {
  const facets = Object.fromEntries(query.facets.map((name) => [name, []]))
  return {
    total: 0,
    hits: [],
    groups: [],
    facets,
    capped: false,
    suggestion: null,
    relaxed: false,
    engine: 'postgres',
    tookMs: Math.round(performance.now() - started),
  }
}
