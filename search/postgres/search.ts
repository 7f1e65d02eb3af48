import type { Db } from '#db/connection.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { asksForWords, parseQuery } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery, type Vocabulary, wantsMore } from '../analysis/vocabulary.ts'
import type { SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit, type StoredRecord } from '../present-hit.ts'
import { CEILING, type SetCount } from './counts-sql.ts'
import { facetCounts, type KnownSets } from './facet-sets.ts'
import { type Question, questionOf } from './question.ts'
import { searchSql } from './search-sql.ts'
import { tookTooLong, withinTime } from './within-time.ts'

type Answer = { total: number; hits: { type: string; record: StoredRecord }[]; counts: SetCount[] }
type Found = { answer: Answer; relaxed: boolean; cut?: boolean }

type Means = { concepts: Concepts; vocabulary: Vocabulary; sets: KnownSets }

/** Searches the PostgreSQL index. All words must be there; when few records have them all, those that have most follow. */
export async function searchPostgres(db: Db, { concepts, vocabulary, sets }: Means, asked: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const query = normaliseQuery(asked)
  const parsed = parseQuery(query.text)
  if (query.text.trim() !== '' && !asksForWords(parsed) && parsed.excluded.length === 0) return empty(query, started)
  const resolved = await resolveQuery(parsed, vocabulary)
  const found = await best(db, query, resolved).catch((error: unknown) => {
    if (!tookTooLong(error)) throw error
    return titlesOnly(db, query, resolved)
  })
  return present(db, { query, resolved, concepts, sets, started }, found)
}

async function best(db: Db, query: NormalQuery, resolved: ResolvedQuery): Promise<Found> {
  const strict = await run(db, query, questionOf(query, resolved, false))
  if (!wantsMore(resolved, strict.total)) return { answer: strict, relaxed: false }
  const partial = await run(db, query, questionOf(query, resolved, true)).catch((error: unknown) => {
    if (strict.total === 0 || !tookTooLong(error)) throw error
    return strict
  })
  return partial.total > strict.total ? { answer: partial, relaxed: strict.total === 0 } : { answer: strict, relaxed: false }
}

const run = (db: Db, query: NormalQuery, question: Question): Promise<Answer> =>
  withinTime(db, async (trx) => (await searchSql(query, question).execute(trx)).rows[0] as Answer)

/** On a busy machine: a page of titles without counts, instead of an error page. */
async function titlesOnly(db: Db, query: NormalQuery, resolved: ResolvedQuery): Promise<Found> {
  const question = questionOf(query, resolved, false)
  const titles = { ...question, all: question.tiers?.title ?? question.all, phrases: null }
  return { answer: await run(db, { ...query, facets: [], sort: 'newest' }, titles), relaxed: false, cut: true }
}

type Asked = { query: NormalQuery; resolved: ResolvedQuery; concepts: Concepts; sets: KnownSets; started: number }

async function present(
  db: Db,
  { query, resolved, concepts, sets, started }: Asked,
  { answer, relaxed, cut }: Found,
): Promise<SearchResult> {
  const wanted = wantedOf([...resolved.words.map((word) => word.token), ...resolved.phrases.flat()], concepts)
  const shown = answer.hits.map(({ record }) => presentHit(record, wanted, query.lang, query.filters.lang))
  const { facets, types } = await facetCounts(db, sets, query, answer.counts)
  return {
    total: Math.min(answer.total, CEILING),
    hits: query.perType ? [] : shown,
    groups: query.perType
      ? [...new Set(shown.map(({ type }) => type))].map((type) => ({
          type,
          total: types.get(type) ?? 0,
          hits: shown.filter((hit) => hit.type === type),
        }))
      : [],
    facets,
    capped: cut === true || answer.total > CEILING,
    suggestion: resolved.suggestion,
    relaxed,
    engine: 'postgres',
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
}

function empty(query: NormalQuery, started: number): SearchResult {
  return {
    total: 0,
    hits: [],
    groups: [],
    facets: Object.fromEntries(query.facets.map((name) => [name, []])),
    capped: false,
    suggestion: null,
    relaxed: false,
    engine: 'postgres',
    tookMs: Math.round(performance.now() - started),
  }
}
