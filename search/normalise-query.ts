import { type FacetName, facetNames, type SearchFilters, type SearchQuery, type Sort } from './engine.ts'

/** A query with every default filled in and every bound kept: what engines work from. */
export type NormalQuery = {
  text: string
  lang: SearchQuery['lang']
  filters: SearchFilters
  /** As typed after `ente:`. */
  bodies: readonly string[]
  activeFacets: FacetName[]
  sort: Sort
  page: number
  perPage: number
  facets: readonly FacetName[]
  perType: number
  except: readonly string[]
}

/** Hits beyond this one cannot be paged to; the total still counts them. */
const DEEPEST = 10_000
const MOST_VALUES = 50

export function normaliseQuery(query: SearchQuery): NormalQuery {
  const perPage = bounded(query.perPage ?? 20, 1, 100)
  const filters: SearchFilters = {}
  for (const name of facetNames) {
    const values = (query.filters?.[name] ?? []).filter((value) => value !== '' && value.length <= 100 && !/\p{Cc}/u.test(value))
    if (values.length > 0) filters[name] = [...new Set(values)].slice(0, MOST_VALUES)
  }
  return {
    text: query.text,
    lang: query.lang,
    filters,
    bodies: (query.bodies ?? []).slice(0, 5),
    activeFacets: facetNames.filter((name) => filters[name]),
    sort: query.sort ?? 'relevance',
    page: bounded(query.page ?? 1, 1, Math.floor(DEEPEST / perPage)),
    perPage,
    facets: query.facets ?? [],
    perType: bounded(query.perType ?? 0, 0, 10),
    except: query.except ?? [],
  }
}

const bounded = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least
