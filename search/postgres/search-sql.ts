import { type RawBuilder, sql } from 'kysely'
import type { FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import type { QueryTexts } from './query-text.ts'
import { facetKey } from './write-documents.ts'

/** Hits beyond this many are not told apart: totals and counts stop here, and the result says so. */
export const CEILING = 10_000

const tsquery = (text: string) => sql`${text}::tsquery`
const and = (conditions: RawBuilder<unknown>[]) => (conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`)

/** A record passes a facet when it has any of the chosen values. */
const passes = (name: FacetName, values: string[] = []) => sql`facets && ${values.map((value) => facetKey(name, value))}::text[]`

/** Share of the question a record answers when it need not hold all words: rare words count more. */
export type Coverage = { token: string; weight: number }[]

const coverage = (parts: Coverage) =>
  sql`(${sql.join(
    parts.map((part) => sql`case when words @@ ${tsquery(`'${part.token}'`)} then ${part.weight}::real else 0 end`),
    sql` + `,
  )})`

/** Full sheets a little first; definitions, bodies and take-aways after the records they speak of. */
const importance = (weight: string) =>
  sql`(case when ${sql.ref(weight)} < 1 then ${sql.ref(weight)} else 0.5 + 0.5 * ${sql.ref(weight)} end)`

const heldName = (texts: QueryTexts) =>
  texts.holdsName ? sql`(case when weight >= 1 and head @@ ${tsquery(texts.holdsName)} then 1 else 0 end)` : sql`0`

/** How well title, summary and names answer: read for every hit, so from the small vector. */
function headScore(texts: QueryTexts): RawBuilder<unknown> {
  if (!texts.any) return sql`weight`
  const inTitle = texts.title ? sql`+ case when head @@ ${tsquery(texts.title)} then 0.6 else 0 end` : sql``
  const together = texts.adjacent ? sql`+ case when head @@ ${tsquery(texts.adjacent)} then 0.3 else 0 end` : sql``
  const held = heldName(texts)
  const named = texts.name ? sql`+ case when head @@ ${tsquery(texts.name)} then 1 else 0 end` : sql``
  return sql`(ts_rank('{0.02, 0.12, 0.45, 1.0}', head, ${tsquery(texts.any)}) ${inTitle} ${together}) * ${importance('weight')} ${named} + ${held} * 0.5`
}

/** The whole text's part in the score: read for the best few hundred only. */
function bodyScore(texts: QueryTexts): RawBuilder<unknown> {
  if (!texts.any) return sql`0`
  const together = texts.adjacent ? sql`+ case when d.words @@ ${tsquery(texts.adjacent)} then 0.3 else 0 end` : sql``
  return sql`(ts_rank('{0.02, 0.12, 0, 0}', d.words, ${tsquery(texts.any)}) ${together}) * ${importance('d.weight')}`
}

function order(query: NormalQuery, hasText: boolean): RawBuilder<unknown> {
  if (query.sort === 'title') return sql`${sql.ref(`sort_${query.lang}`)}, id`
  if (query.sort === 'newest' || !hasText) return sql`published_at desc nulls last, weight desc, id`
  return sql`score desc, published_at desc nulls last, id`
}

export type Plan = {
  texts: QueryTexts
  /** Set when records need not hold all words. */
  relaxed: Coverage | null
  /** The words are in more records than can be told apart: titles, summaries and names alone are searched. */
  broad: boolean
}

/** One statement for hits, total and facets: they can never disagree. */
export function searchSql(query: NormalQuery, plan: Plan): RawBuilder<unknown> {
  const { texts, relaxed } = plan
  const hasText = (relaxed ? texts.any : texts.all) !== null
  const by = order(query, hasText)
  const rank = relaxed ? sql`greatest(${coverage(relaxed)}, ${heldName(texts)}) * 10 + ${headScore(texts)}` : headScore(texts)
  // Without order the ceiling would keep any 10,000; with words it does not matter which, beyond it a search is `broad`.
  const ordered = hasText && query.sort === 'relevance' ? sql`` : sql`order by ${by}`
  return sql`
    with chosen as materialized (
      select id, type, published_at, weight, ${sql.ref(`sort_${query.lang}`)}, ${query.facets.length > 0 ? sql`facets` : sql`null as facets`},
        ${rank} as score
      from search_document where ${matches(query, plan)} ${ordered} limit ${CEILING + 1}
    ), page as (${pageSql(query, texts, by, hasText)})
    select (select least(count(*), ${CEILING})::int from chosen) as total, (select count(*) > ${CEILING} from chosen) as capped,
      (select coalesce(json_agg(json_build_object('ofType', p.of_type, 'record', d.record) order by p.place), '[]')
        from page p join search_document d on d.id = p.id) as hits,
      ${facetsSql(query, plan)} as counts`
}

/** Words and filters; `without` leaves one facet's own selection out. */
function matches(query: NormalQuery, { texts, relaxed, broad }: Plan, without?: FacetName): RawBuilder<unknown> {
  const text = relaxed ? texts.any : texts.all
  return and([
    ...(texts.excluded ? [sql`not (head @@ ${tsquery(texts.excluded)})`] : []),
    ...(text ? [sql`${sql.ref(broad ? 'head' : 'words')} @@ ${tsquery(text)}`] : []),
    ...(relaxed ? [sql`${coverage(relaxed)} >= 0.5`] : []),
    ...query.activeFacets.filter((name) => name !== without).map((name) => passes(name, query.filters[name])),
  ])
}

/** The best hits: ordered by the small vectors, the first few hundred of them once more by their whole texts. */
function pageSql(query: NormalQuery, texts: QueryTexts, by: RawBuilder<unknown>, hasText: boolean): RawBuilder<unknown> {
  const each = query.perType ? sql`partition by type` : sql``
  const last = query.perType || query.page * query.perPage
  const whole = hasText && query.sort === 'relevance' && last <= 200
  const best = whole
    ? sql`select c.id, c.type, c.published_at, c.of_type, c.score + ${bodyScore(texts)} as score
        from (select *, row_number() over (${each} order by ${by}) as early, count(*) over (${each})::int as of_type from chosen) as c
        join search_document d on d.id = c.id where c.early <= ${query.perType ? 50 : 300}`
    : sql`select *, count(*) over (${each})::int as of_type from chosen`
  return sql`select id, of_type, place from (select *, row_number() over (${each} order by ${by}) as place from (${best}) as best) as ranked
    where place > ${query.perType ? 0 : last - query.perPage} and place <= ${last}`
}

/** `name=value` counts: of what is chosen, and for each active facet of what there would be without its own selection. */
function facetsSql(query: NormalQuery, plan: Plan): RawBuilder<unknown> {
  if (query.facets.length === 0) return sql`'[]'::json`
  const active = query.activeFacets.filter((name) => query.facets.includes(name))
  const others = active.map(
    (
      name,
    ) => sql`select v, count(*)::int as n from (select facets from search_document where ${matches(query, plan, name)} limit ${CEILING}) as r,
      unnest(r.facets) as v where starts_with(v, ${facetKey(name, '')}) group by v`,
  )
  const inactive = active.length > 0 ? sql`where not (split_part(v, '=', 1) = any(${active}::text[]))` : sql``
  const counts = [sql`select v, count(*)::int as n from chosen, unnest(facets) as v ${inactive} group by v`, ...others]
  return sql`(select coalesce(json_agg(json_build_array(v, n) order by n desc, v), '[]') from (${sql.join(counts, sql` union all `)}) as counted)`
}
