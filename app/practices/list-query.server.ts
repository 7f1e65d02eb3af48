import type { Db } from '#db/connection.ts'
import type { FacetName, SearchFilters, SearchQuery } from '#search/engine.ts'
import type { Lang } from '#app/shared/languages.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { findFacetLabels, knownFilters, textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { engineQuestion } from '#app/shared/search/named-filters.ts'
import { readSearchParams, type SearchParams } from '#app/shared/search/search-params.ts'
import { mergedTerms } from '#app/themes/term.queries.server.ts'
import { typesWithin } from './practice-lists.ts'
import type { PracticeType } from './practice.ts'

type Asked = { db: Db; lang: Lang; t: Translate; url: URL }

/**
 * What an address asks of a list, the same for list, map and CSV: values that do not exist are left out, merged terms
 * followed, types kept within the list's own.
 */
export async function listParams({ db, lang, t, url }: Asked, types: readonly PracticeType[]): Promise<SearchParams> {
  const read = readSearchParams(url.searchParams)
  const filters = await followMerged(db, read.filters)
  const known = knownFilters(filters, await findFacetLabels(db, t, lang, filters))
  const { type: _, ...others } = known
  const { chosen } = typesWithin(types, known)
  return { ...read, like: undefined, filters: chosen.length > 0 && types.length > 1 ? { type: chosen, ...others } : others }
}

/** The same filters with merged terms under what they became: old addresses stay true. */
export async function followMerged(db: Db, filters: SearchFilters): Promise<SearchFilters> {
  if (!filters.theme && !filters.kind && !filters.target) return filters
  const merged = await mergedTerms(db)
  const follow = (name: FacetName, values: string[]) =>
    name === 'theme' || name === 'kind' || name === 'target' ? [...new Set(values.map((value) => merged.get(value) ?? value))] : values
  return Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, follow(name as FacetName, values)]))
}

/** The engine's question for these parameters within a list. */
export const queryOf = (lang: Lang, types: readonly PracticeType[], params: SearchParams): SearchQuery => ({
  ...engineQuestion(params.q),
  lang: textLanguageOf(lang),
  filters: { ...params.filters, type: typesWithin(types, params.filters).asked },
  sort: params.sort,
  page: params.page,
  perPage: params.perPage,
})
