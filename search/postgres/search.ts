import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { asksForWords, parseQuery } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery } from '../analysis/vocabulary.ts'
import type { FacetCount, FacetName, SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit, type StoredRecord } from '../present-hit.ts'
import { queryTexts } from './query-text.ts'
import { type Coverage, searchSql } from './search-sql.ts'
import { postgresVocabulary } from './vocabulary.ts'

/** No question may hold a connection longer. */
const LONGEST_MS = 900

type Answer = {
  total: number
  capped: boolean
  hits: { ofType: number; record: StoredRecord }[]
  facets: Partial<Record<FacetName, FacetCount[]>>
}

/** Searches the PostgreSQL index. All words must be there; when no record has them all, those that have most answer. */
export async function searchPostgres(db: Db, concepts: Concepts, asked: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const query = normaliseQuery(asked)
  const parsed = parseQuery(query.text)
  if (query.text.trim() !== '' && !asksForWords(parsed) && parsed.excluded.length === 0) return empty(query, started)
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('statement_timeout', ${`${LONGEST_MS}ms`}, true), set_config('jit', 'off', true)`.execute(trx)
    const resolved = await resolveQuery(parsed, postgresVocabulary(trx))
    const strict = await run(trx, query, resolved, null)
    const relaxed = strict.total === 0 && resolved.words.length > 1 ? coverageOf(resolved) : null
    const loose = relaxed ? await run(trx, query, resolved, relaxed) : null
    const isRelaxed = loose !== null && loose.total > 0
    return present(query, resolved, concepts, isRelaxed ? loose : strict, isRelaxed, started)
  })
}

async function run(trx: Db, query: NormalQuery, resolved: ResolvedQuery, relaxed: Coverage | null): Promise<Answer> {
  const { rows } = await searchSql(query, queryTexts(resolved), relaxed).execute(trx)
  return rows[0] as Answer
}

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
    facets: answer.facets,
    capped: answer.capped,
    suggestion: resolved.suggestion,
    relaxed,
    engine: 'postgres',
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
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
