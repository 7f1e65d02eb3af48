import { type FacetName, facetNames, type SearchFilters, type Sort, sorts } from '#search/engine.ts'

/** What the address of a result page says. The same names serve pages and API (contract.md). */
export type SearchParams = {
  q: string
  filters: SearchFilters
  sort: Sort
  page: number
  perPage: number
  /** A municipality: results from places like it (app/discovery). Lists and map do not know it. */
  like?: string | undefined
}

const value = /^[\p{L}\p{N}][\p{L}\p{N}:_.-]{0,79}$/u
const DEEPEST_PAGE = 500

/**
 * Reads an address. Total: what is impossible (page −3, sort "cheapest", a value with quotes) falls back to the default,
 * as if it had not been there. A facet's values may be repeated or parted by commas.
 */
export function readSearchParams(params: URLSearchParams, defaults: { perPage?: number; sort?: Sort } = {}): SearchParams {
  const filters: SearchFilters = {}
  for (const name of facetNames) {
    const values = params
      .getAll(name)
      .flatMap((given) => given.split(','))
      .filter((given) => value.test(given))
    if (values.length > 0) filters[name] = [...new Set(values)].slice(0, 50)
  }
  const like = params.get('like') ?? ''
  return {
    ...(value.test(like) && { like }),
    q: (params.get('q') ?? '')
      .slice(0, 400)
      .replace(/\p{Cc}+/gu, ' ')
      .trim(),
    filters,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? defaults.sort ?? 'relevance',
    page: whole(params.get('page'), 1, DEEPEST_PAGE, 1),
    perPage: whole(params.get('per_page'), 1, 100, defaults.perPage ?? 20),
  }
}

function whole(given: string | null, least: number, most: number, otherwise: number): number {
  const number = given !== null && /^\d{1,6}$/.test(given) ? Number(given) : otherwise
  return number >= least && number <= most ? number : otherwise
}

/** The query part of an address that reads back to these parameters; defaults are left out. */
export function searchQueryString({ q, filters = {}, sort, page, like }: Partial<SearchParams>): string {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  for (const name of facetNames) for (const one of filters[name] ?? []) params.append(name, one)
  if (like) params.set('like', like)
  if (sort && sort !== 'relevance') params.set('sort', sort)
  if (page && page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** The same parameters without one value of a facet, back on the first page: the link of a chip. */
export function withoutValue(params: SearchParams, name: FacetName, gone: string): SearchParams {
  const { [name]: values = [], ...others } = params.filters
  const left = values.filter((one) => one !== gone)
  return { ...params, page: 1, filters: left.length > 0 ? { ...others, [name]: left } : others }
}

export const hasFilters = (params: SearchParams): boolean =>
  params.like !== undefined || Object.values(params.filters).some((values) => values.length > 0)
