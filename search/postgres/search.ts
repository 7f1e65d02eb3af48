import type { Db } from '#db/connection.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { asksForWords, parseQuery } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery, type Vocabulary, wantsMore } from '../analysis/vocabulary.ts'
import type { SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit } from '../present-hit.ts'
import { countHits, type SetCount } from './count-hits.ts'
import { CEILING } from './counts-sql.ts'
import { facetCounts, type KnownSets } from './facet-sets.ts'
import { hitsSql, type Shown } from './hits-sql.ts'
import type { KeptCounts } from './kept-counts.ts'
import { type Question, questionOf } from './question.ts'
import { FALLBACK_MS, LONGEST_MS, tookTooLong, withinTime } from './within-time.ts'

type Answer = { total: number; hits: Shown[]; counts: SetCount[] }
type Found = { answer: Answer; relaxed: boolean; cut?: boolean }

type Means = { concepts: Concepts; vocabulary: Vocabulary; sets: KnownSets; kept: KeptCounts }

/** Searches the PostgreSQL index. All words must be there; when few records have them all, those that have most follow. */
export async function searchPostgres(db: Db, { concepts, vocabulary, sets, kept }: Means, asked: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const query = normaliseQuery(asked)
  const parsed = parseQuery(query.text)
  if (query.text.trim() !== '' && !asksForWords(parsed) && parsed.excluded.length === 0) return empty(query, started)
  const resolved = await inTime(resolveQuery(parsed, vocabulary, query))
  if (!resolved) return { ...empty(query, started), unanswered: true }
  const found = (await inTime(best(db, kept, query, resolved))) ?? (await inTime(titlesOnly(db, kept, query, resolved)))
  if (!found) return { ...empty(query, started), unanswered: true }
  return present(db, { query, resolved, concepts, sets, started }, found)
}

/** Null for what took too long. */
const inTime = <T>(answer: Promise<T>): Promise<T | null> =>
  answer.catch((error: unknown) => {
    if (!tookTooLong(error)) throw error
    return null
  })

async function best(db: Db, kept: KeptCounts, query: NormalQuery, resolved: ResolvedQuery): Promise<Found> {
  const until = performance.now() + LONGEST_MS
  const ask = (partial: boolean) => run(db, kept, query, resolved, { question: questionOf(query, resolved, partial), until })
  const strict = await ask(false)
  if (!wantsMore(resolved, strict.total)) return { answer: strict, relaxed: false }
  const partial = await ask(true).catch((error: unknown) => {
    if (strict.total === 0 || !tookTooLong(error)) throw error
    return strict
  })
  return partial.total > strict.total ? { answer: partial, relaxed: strict.total === 0 } : { answer: strict, relaxed: false }
}

/** Total, counts and hits are read from one moment of the index: they can never disagree. */
function run(
  db: Db,
  kept: KeptCounts,
  query: NormalQuery,
  resolved: ResolvedQuery,
  { question, until }: { question: Question; until: number },
): Promise<Answer> {
  return withinTime(db, until - performance.now(), async (reading) => {
    const hits = await countHits({ ...reading, kept }, query, question, resolved)
    if (hits.total === 0) return { total: 0, hits: [], counts: hits.counts }
    await reading.hurry()
    const { rows } = await hitsSql(query, question, hits).execute(reading.trx)
    return { total: hits.total, hits: rows, counts: hits.counts }
  })
}

/** On a busy machine: a page of titles without counts, instead of none. */
async function titlesOnly(db: Db, kept: KeptCounts, query: NormalQuery, resolved: ResolvedQuery): Promise<Found> {
  const question = questionOf(query, resolved, false)
  const titles = { ...question, all: question.tiers?.title ?? question.all, phrases: null }
  const until = performance.now() + FALLBACK_MS
  const answer = await run(db, kept, { ...query, facets: [], sort: 'newest' }, resolved, { question: titles, until })
  return { answer, relaxed: false, cut: true }
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
