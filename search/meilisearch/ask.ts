import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import type { FacetCount, FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import type { StoredRecord } from '../present-hit.ts'

export const attributes: Record<FacetName, string> = {
  type: 'type',
  theme: 'themes',
  kind: 'kinds',
  territory: 'territoriesWithin',
  target: 'targets',
  period: 'periods',
  lang: 'langs',
  status: 'status',
}

export type Response<Hit extends Record<string, unknown> = { record: StoredRecord }> = SearchResponse<Hit>

/** Several questions in one request; none, none asked. */
export async function multi<Hit extends Record<string, unknown> = { record: StoredRecord }>(
  client: Meilisearch,
  queries: MultiSearchQuery[],
): Promise<Response<Hit>[]> {
  if (queries.length === 0) return []
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries })
  return results
}

export const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`

/** Filters; `but` leaves one facet's own selection out. */
export function filterOf(query: NormalQuery, excluded: string[] = [], but?: FacetName): string[] {
  const chosen = query.activeFacets
    .filter((name) => name !== but)
    .map((name) => `${attributes[name]} IN [${(query.filters[name] ?? []).map(quote).join(', ')}]`)
  for (const body of query.bodies) chosen.push(`bodies = ${quote(body)}`)
  const not = [...excluded, ...query.except]
  return not.length > 0 ? [...chosen, `id NOT IN [${not.map(quote).join(', ')}]`] : chosen
}

export const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

export const totalOf = (response: Pick<Response, 'totalHits' | 'estimatedTotalHits'>): number =>
  response.totalHits ?? response.estimatedTotalHits ?? 0

/** The values of a facet, the commonest first. */
export function countsOf(response: Pick<Response, 'facetDistribution'> | undefined, attribute: string): FacetCount[] {
  const counts = Object.entries(response?.facetDistribution?.[attribute] ?? {})
  return counts.map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
