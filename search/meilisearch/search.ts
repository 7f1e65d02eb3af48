import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { asksForWords, parseQuery } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery, type Vocabulary } from '../analysis/vocabulary.ts'
import type { FacetCount, FacetName, SearchHit, SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit, type StoredRecord } from '../present-hit.ts'
import { INDEX, wordFields } from './settings.ts'

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
  const strict = nothing ? null : await ask(client, query, resolved)
  const fewer = strict?.total === 0 && resolved.words.length > 1 ? await fewerWords(client, query, resolved) : null
  const loose = fewer ? await ask(client, query, fewer) : null
  const relaxed = loose !== null && loose.total > 0
  const answer = relaxed ? loose : strict
  const wanted = wantedOf([...resolved.words.map((word) => word.token), ...resolved.phrases.flat()], concepts)
  const show = (response: Response): SearchHit[] =>
    response.hits.map(({ record }) => presentHit(record, wanted, query.lang, query.filters.lang))
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

type Answer = {
  total: number
  main: Response
  groups: { type: string; response: Response }[]
  facets: Partial<Record<FacetName, FacetCount[]>>
}

const baseOf = (resolved: ResolvedQuery) => ({
  indexUid: INDEX,
  q: queryText(resolved),
  attributesToSearchOn: [...wordFields],
  attributesToRetrieve: ['record'],
  matchingStrategy: 'all' as const,
})

/** The question without its commonest words, as few of them as it takes to find something; rare words say what was meant. */
async function fewerWords(client: Meilisearch, query: NormalQuery, resolved: ResolvedQuery): Promise<ResolvedQuery | null> {
  const known = resolved.words.filter((word) => (resolved.counts.get(word.token) ?? 0) > 0)
  const byRarity = known.toSorted((a, b) => (resolved.counts.get(a.token) ?? 0) - (resolved.counts.get(b.token) ?? 0))
  const attempts = byRarity.map((_, dropped) => ({ ...resolved, words: byRarity.slice(0, byRarity.length - dropped) }))
  const answers = await multi(
    client,
    attempts.map((attempt) => ({ ...baseOf(attempt), filter: filterOf(query), page: 1, hitsPerPage: 0 })),
  )
  return attempts.find((_, i) => answers[i] && totalOf(answers[i]) > 0) ?? null
}

async function ask(client: Meilisearch, query: NormalQuery, resolved: ResolvedQuery): Promise<Answer> {
  const base = baseOf(resolved)
  const own = query.activeFacets.filter((name) => query.facets.includes(name))
  const plain = query.facets.filter((name) => !own.includes(name))
  const main: MultiSearchQuery = {
    ...base,
    filter: filterOf(query),
    facets: [...new Set([...plain.map((name) => attributes[name]), ...(query.perType ? ['type'] : [])])],
    sort: sortOf(query, resolved),
    page: query.page,
    hitsPerPage: query.perType ? 0 : query.perPage,
  }
  // A facet ignores its own selection, so each active one is counted by a question of its own.
  const counting = own.map((name): MultiSearchQuery => ({
    ...base,
    filter: filterOf(query, name),
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

/** A space at the end: the last word is whole, not a beginning. */
function queryText(resolved: ResolvedQuery): string {
  const phrase = (tokens: readonly string[]) => `"${tokens.join(' ')}"`
  const parts = [
    ...resolved.words.map((word) => word.token),
    ...resolved.phrases.map(phrase),
    ...resolved.excluded.map((tokens) => `-${phrase(tokens)}`),
  ]
  return parts.length > 0 ? `${parts.join(' ')} ` : ''
}

function filterOf(query: NormalQuery, without?: FacetName): string[] {
  return query.activeFacets
    .filter((name) => name !== without)
    .map((name) => `${attributes[name]} IN [${(query.filters[name] ?? []).map(quote).join(', ')}]`)
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
