import type { Db } from '#db/connection.ts'
import type { FacetCount, SearchEngine } from '#search/engine.ts'
import type { Lang } from '#app/shared/languages.ts'
import { type ShadeClass, shadeClasses, shadeOf } from '#app/shared/map/shades.ts'
import { tuscanyMap } from '#app/shared/map/tuscany-map.server.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { facetGroups } from '#app/shared/search/facet-groups.ts'
import { findFacetLabels } from '#app/shared/search/facet-labels.server.ts'
import { type SearchParams, searchQueryString } from '#app/shared/search/search-params.ts'
import { listTerritories } from '#app/territories/territory.queries.server.ts'
import type { Territory, TerritoryLevel } from '#app/territories/territory.ts'
import { listParams, queryOf } from './list-query.server.ts'
import { type MapMunicipality, mapMunicipalities } from './map-areas.queries.server.ts'
import { facetsOf } from './practice-lists.ts'
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
  const { db, lang, t, url } = asked
  const level = mapLevels.find((one) => one === url.searchParams.get('level')) ?? 'province'
  const types = typesOf(url)
  const params = { ...(await listParams(asked, types)), page: 1, perPage: 1 }
  const names = facetsOf(types)
  const [territories, municipalities] = await Promise.all([listTerritories(db), mapMunicipalities(db)])
  const { result, local } = await countsOf(asked, types, params, territories)
  const counts = { ...result.facets, type: result.facets.type?.filter(({ value }) => (types as readonly string[]).includes(value)) ?? [] }
  const labels = await findFacetLabels(db, t, lang, params.filters, counts)
  const list = folderOf(types[0] ?? 'practice')
  const rowsOf = areaRows({ lang, list, params, territories, counts: result.facets.territory ?? [] })
  const rows = rowsOf(level)
  const tuscan = rowsOf('region').at(0)
  const classes = shadeClasses(rows.map((row) => row.count))
  return {
    level,
    list,
    params,
    total: result.total,
    facets: facetGroups(names, counts, params.filters, labels),
    rows: mostFirst(rows.filter((row) => row.count > 0 || level === 'province')),
    tuscany: tuscan && { ...tuscan, regionWide: params.filters.territory ? null : Math.max(0, tuscan.count - local) },
    outside: mostFirst(rowsOf('country').filter((row) => row.count > 0)),
    classes,
    drawing: await drawingOf(asked, level, rows, classes, municipalities),
  }
}

/** The list's result with its facets, and how many records lie in some province: the rest of Tuscany's are region-wide. */
async function countsOf({ search, lang }: Asked, types: readonly PracticeType[], params: SearchParams, territories: readonly Territory[]) {
  const query = queryOf(lang, types, params)
  const provinces = territories.filter((place) => place.level === 'province').map((place) => place.id)
  const [result, local] = await Promise.all([
    search.search({ ...query, facets: facetsOf(types) }),
    search.search({ ...query, filters: { ...query.filters, territory: provinces } }),
  ])
  return { result, local: local.total }
}

export type AreaRow = { id: string; name: string; count: number; path: string; chosen: boolean }

type Counted = { lang: Lang; list: string; params: SearchParams; territories: readonly Territory[]; counts: readonly FacetCount[] }

/** Rows of a level: each place with its count and the list it leads to, under the other filters. */
function areaRows({ lang, list, params, territories, counts }: Counted): (level: TerritoryLevel) => AreaRow[] {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]))
  const { territory: chosen = [], ...others } = params.filters
  return (level) =>
    territories
      .filter((place) => place.level === level)
      .map(({ id, name_it, name_en }) => ({
        id,
        name: lang === 'it' ? name_it : name_en,
        count: countOf.get(id) ?? 0,
        path: list + searchQueryString({ q: params.q, filters: { ...others, territory: [id] } }),
        chosen: chosen.includes(id),
      }))
}

const mostFirst = (rows: AreaRow[]): AreaRow[] => rows.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'it'))

async function drawingOf(
  { env, t }: Asked,
  level: MapLevel,
  rows: readonly AreaRow[],
  classes: readonly ShadeClass[],
  municipalities: readonly MapMunicipality[],
) {
  const { width, height, exact, attribution, outline } = await tuscanyMap(env.DATA_DIR, municipalities)
  const codes = Map.groupBy(municipalities, (place) => (level === 'municipality' ? place.id : place[level]))
  const areas = rows.map((row) => ({
    d: outline((codes.get(row.id) ?? []).map((place) => place.code)),
    path: row.path,
    title: row.count > 0 ? t('practices.map.areaTitle', { name: row.name, n: row.count }) : row.name,
    shade: shadeOf(row.count, classes),
    empty: row.count === 0,
    chosen: row.chosen,
  }))
  return { width, height, exact, attribution, areas }
}

export type MapPageData = Awaited<ReturnType<typeof mapPage>>
