import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Lang } from '#app/shared/languages.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { chosenValues, facetGroups } from '#app/shared/search/facet-groups.ts'
import { findFacetLabels } from '#app/shared/search/facet-labels.server.ts'
import { hasFilters, type SearchParams, withoutValue } from '#app/shared/search/search-params.ts'
import { listParams, queryOf } from './list-query.server.ts'
import { practiceCards } from './practice-cards.queries.server.ts'
import { facetsOf, type PracticeListName, practiceLists } from './practice-lists.ts'
import type { PracticeType } from './practice.ts'

type Asked = { db: Db; search: SearchEngine; lang: Lang; t: Translate; url: URL }
const TRIED_FILTERS = 8

/** Everything a list shows for its address. Reads through the search engine, so that list, map and search agree. */
export async function practiceListPage(asked: Asked, list: PracticeListName) {
  const { db, search, lang, t } = asked
  const types: readonly PracticeType[] = practiceLists[list].types
  const names = facetsOf(types)
  const params = await listParams(asked, types)
  const result = await search.search({ ...queryOf(lang, types, params), facets: names })
  const counts = { ...result.facets, type: result.facets.type?.filter(({ value }) => (types as readonly string[]).includes(value)) ?? [] }
  const labels = await findFacetLabels(db, t, lang, params.filters, counts)
  const facets = facetGroups(names, counts, params.filters, labels)
  return {
    list,
    params,
    total: result.total,
    capped: result.capped,
    suggestion: result.suggestion,
    unanswered: result.unanswered === true,
    pages: Math.min(Math.ceil(result.total / params.perPage), 500),
    cards: await practiceCards(
      db,
      lang,
      result.hits.map((hit) => hit.id),
    ),
    facets,
    drop: result.total === 0 && !result.unanswered ? await whatToDrop(search, lang, types, params, facets) : [],
  }
}

export type PracticeListPageData = Awaited<ReturnType<typeof practiceListPage>>

/** For an empty result: each chosen value, or the words, with what there would be without it; the best first. */
async function whatToDrop(
  search: SearchEngine,
  lang: Lang,
  types: readonly PracticeType[],
  params: SearchParams,
  facets: ReturnType<typeof facetGroups>,
): Promise<{ label: string; params: SearchParams; total: number }[]> {
  const tries = chosenValues(facets)
    .slice(0, TRIED_FILTERS)
    .map(({ name, value, label }) => ({ label, params: withoutValue(params, name, value) }))
  if (params.q && hasFilters(params)) tries.push({ label: `“${params.q}”`, params: { ...params, q: '', page: 1 } })
  const found = await Promise.all(
    tries.map(async (one) => ({
      ...one,
      total: (await search.search({ ...queryOf(lang, types, one.params), page: 1, perPage: 1 })).total,
    })),
  )
  return found.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}

/** Catalogue ids of everything an address finds, at most 10,000: for downloads of the current filter. */
export async function idsOfList(asked: Asked, list: PracticeListName): Promise<string[]> {
  const types: readonly PracticeType[] = practiceLists[list].types
  const params = await listParams(asked, types)
  const ids: string[] = []
  for (let page = 1; page <= 100; page += 1) {
    const { hits, unanswered } = await asked.search.search({ ...queryOf(asked.lang, types, params), page, perPage: 100 })
    if (unanswered) throw new AppError('unavailable', 'The search took too long; please ask again')
    ids.push(...hits.map((hit) => hit.id))
    if (hits.length < 100) break
  }
  return ids
}
