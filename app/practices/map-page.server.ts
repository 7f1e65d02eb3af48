import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Lang } from '#app/shared/languages.ts'
import { shadeClasses, shadeOf } from '#app/shared/map/shades.ts'
import { tuscanyMap } from '#app/shared/map/tuscany-map.server.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { facetGroups } from '#app/shared/search/facet-groups.ts'
import { findFacetLabels } from '#app/shared/search/facet-labels.server.ts'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import { listTerritories } from '#app/territories/territory.queries.server.ts'
import type { TerritoryLevel } from '#app/territories/territory.ts'
import { listParams, queryOf } from './list-query.server.ts'
import { filtersWithout } from './list-page.server.ts'
import { type MapMunicipality, mapMunicipalities } from './map-areas.queries.server.ts'
import { facetsOf, typesWithin } from './practice-lists.ts'
import { folderOf, type PracticeType, practiceTypes } from './practice.ts'

export const mapLevels = ['province', 'zone', 'municipality'] as const
export type MapLevel = (typeof mapLevels)[number]

type Asked = { db: Db; search: SearchEngine; env: { DATA_DIR: string }; lang: Lang; t: Translate; url: URL }

/** The types a map address asks for: practices, unless it names others. All lead to one list. */
function typesOf(url: URL): readonly PracticeType[] {
  const asked = practiceTypes.find((type) => url.searchParams.getAll('type').includes(type)) ?? 'practice'
  return practiceTypes.filter((type) => folderOf(type) === folderOf(asked))
}

/** Everything the map shows for its address: the list's filters and total, counts by area, the drawing. */
export async function mapPage(asked: Asked) {
  const { db, search, env, lang, t, url } = asked
  const level = mapLevels.find((one) => one === url.searchParams.get('level')) ?? 'province'
  const types = typesOf(url)
  const params = { ...(await listParams(asked, types)), page: 1, perPage: 1 }
  const names = facetsOf(types)
  const [territories, municipalities] = await Promise.all([listTerritories(db), mapMunicipalities(db)])
  const inProvinces = territories.filter((place) => place.level === 'province').map((place) => place.id)
  const query = queryOf(lang, types, params)
  const [result, local] = await Promise.all([
    search.search({ ...query, facets: names }),
    search.search({ ...query, filters: { ...query.filters, territory: inProvinces } }),
  ])
  const counts = { ...result.facets, type: result.facets.type?.filter(({ value }) => (types as readonly string[]).includes(value)) ?? [] }
  const labels = await findFacetLabels(db, t, lang, params.filters, counts)
  const countOf = new Map((result.facets.territory ?? []).map(({ value, count }) => [value, count]))
  const chosen = new Set(params.filters.territory)
  const others = filtersWithout(params.filters, 'territory')
  const list = folderOf(types[0] ?? 'practice')
  const linkTo = (id: string) => list + searchQueryString({ q: params.q, filters: { ...others, territory: [id] } })
  const rowsOf = (wanted: TerritoryLevel) =>
    territories
      .filter((place) => place.level === wanted)
      .map(({ id, name_it, name_en }) => ({
        id,
        name: lang === 'it' ? name_it : name_en,
        count: countOf.get(id) ?? 0,
        path: linkTo(id),
        chosen: chosen.has(id),
      }))
  const rows = rowsOf(level)
  const tuscan = rowsOf('region').at(0)
  const classes = shadeClasses(rows.map((row) => row.count))
  const map = await tuscanyMap(env.DATA_DIR, municipalities)
  return {
    level,
    list,
    params,
    total: result.total,
    isChosen: typesWithin(types, params.filters).chosen,
    facets: facetGroups(names, counts, params.filters, labels),
    rows: rows
      .filter((row) => row.count > 0 || level === 'province')
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'it')),
    tuscany: tuscan && { ...tuscan, regionWide: chosen.size > 0 ? null : Math.max(0, tuscan.count - local.total) },
    outside: rowsOf('country')
      .filter((row) => row.count > 0)
      .sort((a, b) => b.count - a.count),
    classes,
    drawing: {
      width: map.width,
      height: map.height,
      exact: map.exact,
      attribution: map.attribution,
      areas: rows.map((row) => ({
        d: map.outline(codesOf(municipalities, level, row.id)),
        path: row.path,
        title: row.count > 0 ? t('practices.map.areaTitle', { name: row.name, n: row.count }) : row.name,
        shade: shadeOf(row.count, classes),
        empty: row.count === 0,
        chosen: row.chosen,
      })),
    },
  }
}

export type MapPageData = Awaited<ReturnType<typeof mapPage>>

const codesOf = (municipalities: readonly MapMunicipality[], level: MapLevel, id: string): string[] =>
  municipalities.filter((place) => (level === 'municipality' ? place.id : place[level]) === id).map((place) => place.code)
