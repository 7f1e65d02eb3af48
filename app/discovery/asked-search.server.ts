import type { Db } from '#db/connection.ts'
import type { FacetName, SearchFilters } from '#search/engine.ts'
import { followMerged } from '#app/practices/list-query.server.ts'
import type { Lang } from '#app/shared/languages.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { findFacetLabels, knownFilters } from '#app/shared/search/facet-labels.server.ts'
import { readSearchParams, type SearchParams } from '#app/shared/search/search-params.ts'
import { findPlacesLike, type PlacesLike } from '#app/territories/places-like.queries.server.ts'

export type AskedSearch = {
  /** What the address says, without what does not exist. */
  params: SearchParams
  /** What the engine is asked to keep to: the chosen values, and the places like the chosen municipality. */
  filters: SearchFilters
  like: PlacesLike | undefined
  /** A whole filter of the address no longer exists: results would be wider than what was asked for. */
  lost: boolean
  /** The words and names of everything chosen, in the reader's language. */
  words: string[]
}

/** Understands the address of a search: for the result page, its feed and its alerts alike. */
export async function askedSearch(db: Db, { t, lang }: { t: Translate; lang: Lang }, address: URLSearchParams): Promise<AskedSearch> {
  const { like: asked, ...read } = readSearchParams(address)
  const followed = await followMerged(db, read.filters)
  const labels = await findFacetLabels(db, t, lang, followed)
  const filters = knownFilters(followed, labels)
  // A place chosen by name says more than being like one.
  const like = asked && !filters.territory ? await findPlacesLike(db, asked) : undefined
  const names = (Object.entries(filters) as [FacetName, string[]][]).flatMap(([name, values]) =>
    values.map((value) => labels[name].get(value)?.label ?? value),
  )
  const place = like && (lang === 'it' ? like.name_it : like.name_en)
  return {
    params: { ...read, filters, ...(like && { like: like.id }) },
    filters: like ? { ...filters, territory: [like.id, ...(like.zoneId ? [like.zoneId] : []), ...like.sizeIds] } : filters,
    like,
    lost: Object.keys(followed).length > Object.keys(filters).length || (asked !== undefined && !like && !filters.territory),
    words: [...(read.q ? [`“${read.q}”`] : []), ...names, ...(place ? [t('discovery.like.chip', { place })] : [])],
  }
}
