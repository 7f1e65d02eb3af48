import { type RawBuilder, sql } from 'kysely'
import type { FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import type { QueryTexts } from './query-text.ts'

const arrayColumns: Partial<Record<FacetName, string>> = {
  theme: 'themes',
  kind: 'kinds',
  territory: 'territories_within',
  target: 'targets',
  period: 'periods',
  lang: 'langs',
}

/** Facet counts stop at this many hits; the result says so. */
const FACET_CEILING = 10_000

const tsquery = (text: string) => sql`${text}::tsquery`
const everything = sql<boolean>`true`
const and = (conditions: RawBuilder<unknown>[]) => (conditions.length > 0 ? sql.join(conditions, sql` and `) : everything)

/** A record passes a facet when it has any of the chosen values. */
function passes(name: FacetName, values: string[]): RawBuilder<unknown> {
  const column = arrayColumns[name]
  return column ? sql`${sql.ref(column)} && ${values}::text[]` : sql`${sql.ref(name)} = any(${values}::text[])`
}

/** How well a record answers. Title before summary before body, words together before apart, full sheets a little first. */
function score(texts: QueryTexts): RawBuilder<unknown> {
  if (!texts.any) return sql`weight`
  const inTitle = texts.title ? sql`+ case when words @@ ${tsquery(texts.title)} then 0.6 else 0 end` : sql``
  const together = texts.adjacent ? sql`+ case when words @@ ${tsquery(texts.adjacent)} then 0.3 else 0 end` : sql``
  return sql`(ts_rank('{0.02, 0.12, 0.45, 1.0}', words, ${tsquery(texts.any)}) ${inTitle} ${together}) * (0.5 + 0.5 * weight)`
}

/** Share of the question a record answers when it need not hold all words: rare words count more. */
export type Coverage = { token: string; weight: number }[]

const coverage = (parts: Coverage) =>
  sql`(${sql.join(
    parts.map((part) => sql`case when words @@ ${tsquery(`'${part.token}'`)} then ${part.weight}::real else 0 end`),
    sql` + `,
  )})`

function order(query: NormalQuery, hasText: boolean): RawBuilder<unknown> {
  const title = sql`${sql.ref(`title_${query.lang}`)} collate "und-x-icu"`
  if (query.sort === 'title') return sql`${title}, id`
  if (query.sort === 'newest' || (query.sort === 'relevance' && !hasText)) return sql`published_at desc nulls last, weight desc, id`
  return sql`score desc, published_at desc nulls last, id`
}

/** One statement for hits, total and facets: they can never disagree. `relaxed` carries the words' weights. */
export function searchSql(query: NormalQuery, texts: QueryTexts, relaxed: Coverage | null): RawBuilder<unknown> {
  const text = relaxed ? texts.any : texts.all
  const counted = new Set(query.facets)
  // A facet that is counted must ignore its own selection, so its filter is a flag; the others narrow at once.
  const flags = query.activeFacets.filter((name) => counted.has(name))
  const narrow = query.activeFacets.filter((name) => !counted.has(name))
  const where = and([
    ...(text ? [sql`words @@ ${tsquery(text)}`] : []),
    ...(relaxed ? [sql`${coverage(relaxed)} >= 0.5`] : []),
    ...narrow.map((name) => passes(name, query.filters[name] ?? [])),
  ])
  const flagColumns = flags.map((name) => sql`, ${passes(name, query.filters[name] ?? [])} as ${sql.ref(`is_${name}`)}`)
  const chosen = and(flags.map((name) => sql.ref(`is_${name}`)))
  const rank = relaxed ? sql`${coverage(relaxed)} * 10 + ${score(texts)}` : score(texts)
  const by = order(query, text !== null)
  const facets = query.facets.map((name) => {
    const column = arrayColumns[name]
    const others = and(flags.filter((other) => other !== name).map((other) => sql.ref(`is_${other}`)))
    const values = column ? sql`, unnest(${sql.ref(column)}) as v` : sql`, lateral (select ${sql.ref(name)} as v) as one`
    return sql`${sql.lit(name)}, (select coalesce(json_agg(json_build_object('value', v, 'count', n) order by n desc, v), '[]')
      from (select v, count(*)::int as n from counted ${values} where ${others} group by v) as f)`
  })
  const limits = query.perType
    ? sql`select * from (select *, row_number() over (partition by type order by ${by}) as place, count(*) over (partition by type)::int as of_type
        from chosen) as ranked where place <= ${query.perType}`
    : sql`select *, row_number() over (order by ${by}) as place, 0 as of_type from chosen order by ${by} limit ${query.perPage}
        offset ${(query.page - 1) * query.perPage}`
  return sql`
    with matched as materialized (
      select id, type, status, themes, kinds, territories_within, targets, periods, langs, published_at, weight, ${sql.ref(`title_${query.lang}`)},
        ${rank} as score ${sql.join(flagColumns, sql` `)}
      from search_document where ${where}
    ), chosen as (select * from matched where ${chosen}),
    counted as (select * from matched limit ${FACET_CEILING}),
    page as (${limits})
    select (select count(*)::int from chosen) as total, (select count(*) > ${FACET_CEILING} from matched) as capped,
      (select coalesce(json_agg(json_build_object('ofType', p.of_type, 'record', json_build_object('id', d.id, 'type', d.type, 'url', d.url,
        'texts', d.texts, 'territories', d.territories, 'themes', d.themes, 'kinds', d.kinds, 'targets', d.targets, 'periods', d.periods,
        'status', d.status, 'publishedAt', d.published_at)) order by p.place), '[]') from page p join search_document d on d.id = p.id) as hits,
      json_build_object(${sql.join(facets)}) as facets`
}
