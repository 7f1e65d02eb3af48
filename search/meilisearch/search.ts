import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { namedIn } from '../analysis/named-in.ts'
import { asksForWords, parseQuery, type QueryWord } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery, type Vocabulary, wantsMore } from '../analysis/vocabulary.ts'
import type { FacetCount, FacetName, SearchHit, SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit, type StoredRecord } from '../present-hit.ts'
import { headFields, INDEX, wordFields } from './settings.ts'

const attributes: Record<FacetName, string> = {
  type: 'type',
  theme: 'themes',
  kind: 'kinds',
  territory: 'territoriesWithin',
  target: 'targets',
  period: 'periods',
  lang: 'langs',
  status: 'status',
}

type Response = SearchResponse<{ record: StoredRecord }>

/** Same question, same rules as PostgreSQL: all words, else those that say most. Facets come from one multi-search. */
export async function searchMeilisearch(
  client: Meilisearch,
  concepts: Concepts,
  vocabulary: Vocabulary,
  asked: SearchQuery,
): Promise<SearchResult> {
  const started = performance.now()
  const query = normaliseQuery(asked)
  const parsed = parseQuery(query.text)
  const nothing = query.text.trim() !== '' && !asksForWords(parsed) && parsed.excluded.length === 0
  const resolved = await resolveQuery(parsed, vocabulary)
  const { answer, relaxed } = nothing ? { answer: null, relaxed: false } : await best(client, query, resolved)
  const wanted = wantedOf([...resolved.words.map((word) => word.token), ...resolved.phrases.flat()], concepts)
  const show = (response: Response): SearchHit[] =>
    namedFirst(response, query, resolved).map((record) => presentHit(record, wanted, query.lang, query.filters.lang))
  return {
    total: answer?.total ?? 0,
    hits: answer ? show(answer.main) : [],
    groups: answer?.groups.map(({ type, response }) => ({ type, total: totalOf(response), hits: show(response) })) ?? [],
    facets: answer?.facets ?? Object.fromEntries(query.facets.map((name) => [name, []])),
    capped: (answer?.total ?? 0) >= 10_000,
    suggestion: resolved.suggestion,
    relaxed,
    engine: 'meilisearch',
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
}

/** On the first page records come first whose title is the question, or part of it. */
function namedFirst({ hits }: Response, query: NormalQuery, { words }: ResolvedQuery): StoredRecord[] {
  const records = hits.map(({ record }) => record)
  if (query.sort !== 'relevance' || query.page > 1 || words.length === 0) return records
  const tokens = words.map((word) => word.token)
  const named = (record: StoredRecord) => {
    const best = Math.max(0, ...Object.values(record.texts).map((text) => namedIn(text.title, tokens)))
    return best === 1 && record.type === 'glossary' ? 0 : best
  }
  const judged = records.map((record) => ({ record, named: named(record) }))
  return judged.toSorted((a, b) => b.named - a.named).map(({ record }) => record)
}

async function best(client: Meilisearch, query: NormalQuery, resolved: ResolvedQuery): Promise<{ answer: Answer; relaxed: boolean }> {
  const without = await excludedIds(client, query, resolved)
  const strict = await ask(client, query, { resolved, without, matching: 'all' })
  if (!wantsMore(resolved, strict.total)) return { answer: strict, relaxed: false }
  const fewer = strict.total > 0 ? resolved : await fewerWords(client, query, { resolved, without, matching: 'all' })
  if (!fewer) return { answer: strict, relaxed: false }
  // Meilisearch then leaves out the commonest words one after the other; records that hold more words come first.
  const loose = await ask(client, query, { resolved: fewer, without, matching: 'frequency' })
  return loose.total > strict.total ? { answer: loose, relaxed: strict.total === 0 } : { answer: strict, relaxed: false }
}

type Question = { resolved: ResolvedQuery; without: string[]; matching: 'all' | 'frequency' }

type Answer = {
  total: number
  main: Response
  groups: { type: string; response: Response }[]
  facets: Partial<Record<FacetName, FacetCount[]>>
}

const baseOf = ({ resolved, matching }: Question) => ({
  indexUid: INDEX,
  q: queryText(resolved),
  attributesToSearchOn: [...wordFields],
  attributesToRetrieve: ['record'],
  matchingStrategy: matching,
})

const MOST_EXCLUDED = 1_000

/** Records whose title, summary or names hold what was excluded; a text of many pages may well mention it in passing. */
async function excludedIds(client: Meilisearch, query: NormalQuery, { excluded }: ResolvedQuery): Promise<string[]> {
  const asked = excluded.map((tokens): MultiSearchQuery => ({
    indexUid: INDEX,
    q: phrase(tokens),
    attributesToSearchOn: [...headFields],
    attributesToRetrieve: ['id'],
    matchingStrategy: 'all',
    filter: filterOf(query),
    limit: MOST_EXCLUDED,
  }))
  const answers = await multi(client, asked)
  return [...new Set(answers.flatMap(({ hits }) => (hits as unknown as { id: string }[]).map(({ id }) => id)))]
}

/**
 * The question with one word less, that word which keeps most records out; else without its commonest words, as few of
 * them as it takes to find something: rare words say what was meant.
 */
async function fewerWords(client: Meilisearch, query: NormalQuery, question: Question): Promise<ResolvedQuery | null> {
  const { resolved } = question
  const counted = (word: QueryWord) => resolved.counts.get(word.token) ?? 0
  const byRarity = resolved.words.filter((word) => counted(word) > 0).toSorted((a, b) => counted(a) - counted(b))
  const without = byRarity.length < 2 ? [] : byRarity.map((left) => byRarity.filter((word) => word !== left))
  const chain = byRarity.map((_, dropped) => byRarity.slice(0, byRarity.length - dropped))
  const attempts = [...without, ...chain].map((words) => ({ ...resolved, words }))
  const answers = await multi(
    client,
    attempts.map((attempt) => ({
      ...baseOf({ ...question, resolved: attempt }),
      filter: filterOf(query, question.without),
      page: 1,
      hitsPerPage: 0,
    })),
  )
  const totals = answers.map(totalOf)
  const most = Math.max(0, ...totals.slice(0, without.length))
  const whole = (totals[without.length] ?? 0) > 0
  const chosen = most > 0 && !whole ? totals.indexOf(most) : totals.findIndex((total, i) => i >= without.length && total > 0)
  return attempts[chosen] ?? null
}

async function ask(client: Meilisearch, query: NormalQuery, question: Question): Promise<Answer> {
  const base = baseOf(question)
  const own = query.activeFacets.filter((name) => query.facets.includes(name))
  const plain = query.facets.filter((name) => !own.includes(name))
  const main: MultiSearchQuery = {
    ...base,
    filter: filterOf(query, question.without),
    facets: [...new Set([...plain.map((name) => attributes[name]), ...(query.perType ? ['type'] : [])])],
    sort: sortOf(query, question.resolved),
    page: query.page,
    hitsPerPage: query.perType ? 0 : query.perPage,
  }
  // A facet ignores its own selection, so each active one is counted by a question of its own.
  const counting = own.map((name): MultiSearchQuery => ({
    ...base,
    filter: filterOf(query, question.without, name),
    facets: [attributes[name]],
    page: 1,
    hitsPerPage: 0,
  }))
  const [first, ...counted] = await multi(client, [main, ...counting])
  if (!first) throw new Error('Meilisearch answered a multi-search with nothing')
  const facets: Answer['facets'] = {}
  for (const name of plain) facets[name] = countsOf(first, attributes[name])
  own.forEach((name, i) => (facets[name] = countsOf(counted[i], attributes[name])))
  return {
    total: totalOf(first),
    main: first,
    groups: query.perType ? await groups(client, query, main, countsOf(first, 'type')) : [],
    facets,
  }
}

async function groups(client: Meilisearch, query: NormalQuery, main: MultiSearchQuery, types: FacetCount[]) {
  const chosen = Array.isArray(main.filter) ? main.filter : []
  const responses = await multi(
    client,
    types.map(({ value }) => ({ ...main, facets: [], filter: [...chosen, `type = ${quote(value)}`], page: 1, hitsPerPage: query.perType })),
  )
  return types.flatMap(({ value }, i) => {
    const response = responses[i]
    return response ? [{ type: value, response }] : []
  })
}

async function multi(client: Meilisearch, queries: MultiSearchQuery[]): Promise<Response[]> {
  if (queries.length === 0) return []
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, { record: StoredRecord }>({ queries })
  return results
}

const phrase = (tokens: readonly string[]) => `"${tokens.join(' ')}"`

/** A space at the end: the last word is whole, not a beginning. */
function queryText(resolved: ResolvedQuery): string {
  const parts = [...resolved.words.map((word) => word.token), ...resolved.phrases.map(phrase)]
  return parts.length > 0 ? `${parts.join(' ')} ` : ''
}

/** Filters; `but` leaves one facet's own selection out. */
function filterOf(query: NormalQuery, excluded: string[] = [], but?: FacetName): string[] {
  const chosen = query.activeFacets
    .filter((name) => name !== but)
    .map((name) => `${attributes[name]} IN [${(query.filters[name] ?? []).map(quote).join(', ')}]`)
  return excluded.length > 0 ? [...chosen, `id NOT IN [${excluded.map(quote).join(', ')}]`] : chosen
}

const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

function sortOf(query: NormalQuery, resolved: ResolvedQuery): string[] {
  if (query.sort === 'title') return [`sort_${query.lang}:asc`]
  if (query.sort === 'newest' || !asksForWords(resolved)) return ['publishedAt:desc', 'weight:desc']
  return []
}

const totalOf = (response: Response): number => response.totalHits ?? response.estimatedTotalHits ?? 0

function countsOf(response: Response | undefined, attribute: string): FacetCount[] {
  const counts = Object.entries(response?.facetDistribution?.[attribute] ?? {})
  return counts.map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
