import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import type { Concepts } from '../analysis/concepts.ts'
import { wantedOf } from '../analysis/marks.ts'
import { namedIn } from '../analysis/named-in.ts'
import { asksForWords, parseQuery } from '../analysis/parse-query.ts'
import { type ResolvedQuery, resolveQuery, type Vocabulary, wantsMore } from '../analysis/vocabulary.ts'
import type { FacetCount, FacetName, SearchQuery, SearchResult } from '../engine.ts'
import { type NormalQuery, normaliseQuery } from '../normalise-query.ts'
import { presentHit, type StoredRecord } from '../present-hit.ts'
import { attributes, countsOf, filterOf, multi, phrase, quote, type Response, totalOf } from './ask.ts'
import { partialHits, type Scored } from './partial.ts'
import { headFields, INDEX, wordFields } from './settings.ts'

type Answer = {
  total: number
  records: StoredRecord[]
  groups: { type: string; total: number; records: StoredRecord[] }[]
  facets: Partial<Record<FacetName, FacetCount[]>>
}
const nothing: Answer = { total: 0, records: [], groups: [], facets: {} }

/** Same question, same rules as PostgreSQL: all words, else those that say most. Facets come from one multi-search. */
export async function searchMeilisearch(
  client: Meilisearch,
  concepts: Concepts,
  vocabulary: Vocabulary,
  asked: SearchQuery,
): Promise<SearchResult> {
  const started = performance.now()
  const normal = normaliseQuery(asked)
  const parsed = parseQuery(normal.text)
  const empty = normal.text.trim() !== '' && !asksForWords(parsed) && parsed.excluded.length === 0
  const resolved = await resolveQuery(parsed, vocabulary, normal)
  const query = { ...normal, bodies: resolved.bodies }
  const { answer, relaxed } = empty ? { answer: nothing, relaxed: false } : await best(client, query, resolved)
  const wanted = wantedOf([...resolved.words.map((word) => word.token), ...resolved.phrases.flat()], concepts)
  const show = (records: StoredRecord[]) =>
    namedFirst(records, query, resolved).map((record) => presentHit(record, wanted, query.lang, query.filters.lang))
  return {
    total: answer.total,
    hits: show(answer.records),
    groups: answer.groups.map(({ type, total, records }) => ({ type, total, hits: show(records) })),
    facets: { ...Object.fromEntries(query.facets.map((name) => [name, []])), ...answer.facets },
    capped: answer.total >= 10_000,
    suggestion: resolved.suggestion,
    relaxed,
    engine: 'meilisearch',
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  }
}

/** On the first page records come first whose title is the question, or part of it. */
function namedFirst(records: StoredRecord[], query: NormalQuery, { words, definition }: ResolvedQuery): StoredRecord[] {
  if (query.sort !== 'relevance' || query.page > 1 || words.length === 0) return records
  const tokens = words.map((word) => word.token)
  const named = (record: StoredRecord) => {
    const best = Math.max(0, ...Object.values(record.texts).map((text) => namedIn(text.title, tokens)))
    return best === 1 && record.type === 'glossary' && !definition ? 0 : best
  }
  const judged = records.map((record) => ({ record, named: named(record) }))
  return judged.toSorted((a, b) => b.named - a.named).map(({ record }) => record)
}

async function best(client: Meilisearch, query: NormalQuery, resolved: ResolvedQuery): Promise<{ answer: Answer; relaxed: boolean }> {
  const without = await excludedIds(client, query, resolved)
  const strict = await ask(client, query, { q: queryText(resolved), filter: (but) => filterOf(query, without, but), resolved })
  if (!wantsMore(resolved, strict.total)) return { answer: strict, relaxed: false }
  const scored = await partialHits(client, query, resolved, without)
  if (scored.length <= strict.total) return { answer: strict, relaxed: false }
  return { answer: await fromScored(client, query, resolved, { scored, without }), relaxed: strict.total === 0 }
}

/** Totals and counts of records that were found one by one; each active facet is counted as if nothing were chosen in it. */
async function fromScored(
  client: Meilisearch,
  query: NormalQuery,
  resolved: ResolvedQuery,
  { scored, without }: { scored: Scored[]; without: string[] },
): Promise<Answer> {
  const only = (list: Scored[]) => [`id IN [${list.map(({ record }) => quote(record.id)).join(', ')}]`]
  const own = query.activeFacets.filter((name) => query.facets.includes(name))
  const others = new Map(
    await Promise.all(own.map(async (name) => [name, only(await partialHits(client, query, resolved, without, name))] as const)),
  )
  const ids = only(scored)
  const counted = await ask(client, { ...query, perType: 0 }, { q: '', filter: (but) => (but ? (others.get(but) ?? ids) : ids), resolved })
  const records = scored.map(({ record }) => record)
  if (query.sort !== 'relevance') return { ...counted, groups: groupsOf(query, counted.records) }
  const from = (query.page - 1) * query.perPage
  return { ...counted, records: query.perType ? [] : records.slice(from, from + query.perPage), groups: groupsOf(query, records) }
}

function groupsOf({ perType }: NormalQuery, records: StoredRecord[]): Answer['groups'] {
  if (perType === 0) return []
  return [...Map.groupBy(records, (record) => record.type)].map(([type, all]) => ({
    type,
    total: all.length,
    records: all.slice(0, perType),
  }))
}

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
  const answers = await multi<{ id: string }>(client, asked)
  return [...new Set(answers.flatMap(({ hits }) => hits.map(({ id }) => id)))]
}

type Question = { q: string; filter: (but?: FacetName) => string[]; resolved: ResolvedQuery }

async function ask(client: Meilisearch, query: NormalQuery, { q, filter, resolved }: Question): Promise<Answer> {
  const base = {
    indexUid: INDEX,
    q,
    attributesToSearchOn: [...wordFields],
    attributesToRetrieve: ['record'],
    matchingStrategy: 'all' as const,
  }
  const own = query.activeFacets.filter((name) => query.facets.includes(name))
  const plain = query.facets.filter((name) => !own.includes(name))
  const main: MultiSearchQuery = {
    ...base,
    filter: filter(),
    facets: [...new Set([...plain.map((name) => attributes[name]), ...(query.perType ? ['type'] : [])])],
    sort: sortOf(query, resolved),
    page: query.page,
    hitsPerPage: query.perType ? 0 : query.perPage,
  }
  // A facet ignores its own selection, so each active one is counted by a question of its own.
  const counting = own.map((name): MultiSearchQuery => ({
    ...base,
    filter: filter(name),
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
    records: recordsOf(first),
    groups: query.perType ? await groups(client, query, main, countsOf(first, 'type')) : [],
    facets,
  }
}

const recordsOf = ({ hits }: Response): StoredRecord[] => hits.map(({ record }) => record)

async function groups(client: Meilisearch, query: NormalQuery, main: MultiSearchQuery, types: FacetCount[]): Promise<Answer['groups']> {
  const chosen = Array.isArray(main.filter) ? main.filter : []
  const responses = await multi(
    client,
    types.map(({ value }) => ({ ...main, facets: [], filter: [...chosen, `type = ${quote(value)}`], page: 1, hitsPerPage: query.perType })),
  )
  return types.flatMap(({ value }, i) => {
    const response = responses[i]
    return response ? [{ type: value, total: totalOf(response), records: recordsOf(response) }] : []
  })
}

/** A space at the end: the last word is whole, not a beginning. */
function queryText(resolved: ResolvedQuery): string {
  const parts = [...resolved.words.map((word) => word.token), ...resolved.phrases.map(phrase)]
  return parts.length > 0 ? `${parts.join(' ')} ` : ''
}

function sortOf(query: NormalQuery, resolved: ResolvedQuery): string[] {
  if (query.sort === 'title') return [`sort_${query.lang}:asc`]
  if (query.sort === 'newest' || !asksForWords(resolved)) return ['publishedAt:desc', 'weight:desc']
  return []
}
