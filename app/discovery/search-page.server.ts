import type { Db } from '#db/connection.ts'
import { facetNames, type SearchEngine, type SearchHit, type Suggestion } from '#search/engine.ts'
import type { Actor } from '#app/shared/actor.ts'
import type { Lang } from '#app/shared/languages.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { facetGroups } from '#app/shared/search/facet-groups.ts'
import { findFacetLabels, textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { isRecordType, recordTypes } from '#app/shared/search/record-types.ts'
import { engineQuestion } from '#app/shared/search/named-filters.ts'
import { hasFilters, type SearchParams } from '#app/shared/search/search-params.ts'
import { type PlacesLike, sizedPlaces } from '#app/territories/places-like.queries.server.ts'
import { askedSearch } from './asked-search.server.ts'
import { practiceCards } from '#app/practices/practice-cards.queries.server.ts'
import { findOnlyForYou } from './only-for-you.server.ts'

const PER_TYPE = 3

type Asked = { db: Db; search: SearchEngine; actor: Actor; lang: Lang; t: Translate; url: URL }

/** Everything the result page shows for an address. Without a chosen type the first hits of each type, else a list with pages. */
export async function searchPage({ db, search, actor, lang, t, url }: Asked) {
  const { params, filters, like, words } = await askedSearch(db, { t, lang }, url.searchParams)
  const grouped = !params.filters.type && params.sort === 'relevance' && params.q !== ''
  const query = {
    ...engineQuestion(params.q),
    lang: textLanguageOf(lang),
    filters,
    sort: params.sort,
    page: params.page,
    perPage: params.perPage,
  }
  const result = await search.search({ ...query, facets: facetNames, ...(grouped && { perType: PER_TYPE }) })
  const labels = await findFacetLabels(db, t, lang, params.filters, result.facets)
  const places = (await sizedPlaces(db)).sort((a, b) => byName.compare(a.name_it, b.name_it))
  const zones = new Map(places.map(({ id, zoneId }) => [id, zoneId]))
  const place = (hit: SearchHit) => hit.territories.flatMap((id) => labels.territory.get(id)?.label ?? []).slice(0, 3)
  const shown = [...result.hits, ...result.groups.flatMap((group) => group.hits)]
  const cards = await practiceCards(db, lang, [...new Set(shown.map(({ id }) => id))])
  const dated = new Map(cards.map(({ id, years, ongoing }) => [id, { years, ongoing }]))
  const line = (hit: SearchHit) => ({
    ...hit,
    /** When it was, as the list of practices says it; nothing for what has no period. */
    ...(dated.get(hit.id) ?? { years: '', ongoing: false }),
    publishedAt: hit.publishedAt?.toISOString() ?? null,
    places: place(hit),
    likeness: like ? likenessOf(hit, like, zones) : null,
  })
  return {
    params,
    words,
    like: {
      chosen: like ? { name: lang === 'it' ? like.name_it : like.name_en, population: like.population } : null,
      places: places.map(({ id, name_it }) => ({ id, name: name_it })),
    },
    total: result.total,
    capped: result.capped,
    relaxed: result.relaxed,
    suggestion: result.suggestion,
    unanswered: result.unanswered === true,
    replaced: result.engine !== search.name,
    pages: Math.min(Math.ceil(result.total / params.perPage), 500),
    groups: inOrder(result.groups).map((group) => ({ ...group, hits: group.hits.map(line) })),
    hits: result.hits.map(line),
    facets: facetGroups(facetNames, result.facets, params.filters, labels),
    help: result.total === 0 && params.q !== '' && !result.unanswered ? await nothingFound(search, params, lang) : null,
    onlyForYou: params.q !== '' ? await findOnlyForYou(db, actor, params.q, textLanguageOf(lang)) : null,
  }
}

const byName = new Intl.Collator('it')

/** Why a hit is from a place like the chosen one; the nearest reason. */
function likenessOf(
  { territories }: SearchHit,
  like: PlacesLike,
  zones: ReadonlyMap<string, string | null>,
): 'same' | 'zone' | 'size' | null {
  if (territories.includes(like.id)) return 'same'
  if (like.zoneId && territories.some((id) => id === like.zoneId || zones.get(id) === like.zoneId)) return 'zone'
  return territories.some((id) => like.sizeIds.includes(id)) ? 'size' : null
}

/** What to try next: without the filters, and words that begin alike. */
async function nothingFound(search: SearchEngine, params: SearchParams, lang: Lang) {
  const text = { ...engineQuestion(params.q), lang: textLanguageOf(lang) }
  const withoutFilters = hasFilters(params) ? (await search.search({ ...text, perPage: 1 })).total : 0
  const beginnings = params.q
    .split(/\s+/)
    .filter((word) => word.length > 3)
    .slice(0, 3)
    .map((word) => word.slice(0, 4))
  const found = await Promise.all(beginnings.map((beginning) => search.suggest(beginning, text.lang, 6)))
  const terms = found.flat().flatMap((suggestion: Suggestion) => (suggestion.kind === 'term' ? [suggestion.text] : []))
  // With filters it is they that leave nothing; a deeper page is no new question.
  const nothingAtAll = withoutFilters === 0 && params.page === 1
  return { nothingAtAll, withoutFilters, near: [...new Set(terms)].slice(0, 5) }
}

/** Groups by their best hits' number would jump about; readers learn a fixed order. */
function inOrder<Group extends { type: string }>(groups: Group[]): Group[] {
  const place = ({ type }: Group) => (isRecordType(type) ? recordTypes.indexOf(type) : recordTypes.length)
  return [...groups].sort((a, b) => place(a) - place(b))
}

export type SearchPage = Awaited<ReturnType<typeof searchPage>>
