import { type RawBuilder, sql } from 'kysely'
import type { NormalQuery } from '../normalise-query.ts'
import { CEILING, countsSql, tsquery, where } from './counts-sql.ts'
import type { Question } from './question.ts'

/** So many of the best hits are ranked; what follows them is in order of date. */
const RANKED = 300
/** Of each type at least so many, for the first hits of each. */
const RANKED_PER_TYPE = 20
/** So many of these once more with their whole texts. */
const READ_WHOLE = 100
/** A tier with more records than this is not put in order before its best are taken. */
const TIER = 2_000

/** Hits, total and facets in one statement: they can never disagree. */
export function searchSql(query: NormalQuery, question: Question): RawBuilder<unknown> {
  const hits = question.tiers && query.sort === 'relevance' ? rankedSql(query, question, question.tiers) : sortedSql(query, question)
  return sql`
    with chosen as materialized (
      select ${columns}, basics, themes, kinds, targets, places from search_entry where ${matching(question)} limit ${CEILING + 1}
    ), found as materialized (select count(*)::int as n from chosen), ${hits}
    select (select n from found) as total,
      (select coalesce(json_agg(json_build_object('type', type, 'record', record) order by place), '[]') from page) as hits,
      ${countsSql(query, question)} as counts`
}

/** A phrase is looked at closely when few records seem to hold it; among many a coincidence does not matter. */
function matching(question: Question): RawBuilder<unknown> {
  const found = where(question.all)
  if (!question.phrases) return found
  const few = sql`(select count(*) from (select from search_entry where ${found} limit 1001) as seen) <= 1000`
  return sql`${found} and (not ${few} or words @@ ${tsquery(question.phrases)})`
}

/** By date or title: the index's own order, or the hits sorted, whichever is less to read. */
function sortedSql(query: NormalQuery, question: Question): RawBuilder<unknown> {
  const by = query.sort === 'title' ? sql`${sql.ref(`sort_${query.lang}`)}, id` : sql`published_at desc nulls last, weight desc, id`
  const found = matching(question)
  if (query.perType) {
    return sql`page as (
      select t.type, e.record, row_number() over () as place from (select distinct type from chosen) as t,
        lateral (select record from search_entry where ${found} and type = t.type order by ${by} limit ${query.perType}) as e)`
  }
  return sql`page as (
    select type, record, row_number() over () as place
    from (select type, record from search_entry where ${found} order by ${by} offset ${(query.page - 1) * query.perPage} limit ${query.perPage}) as sorted)`
}

/** What ranking and showing need; the long ones are read where they are used, not here. */
const columns = sql`id, type, published_at, weight, head, words, record`
const byDate = sql`published_at desc nulls last, id`

/** By relevance: a bounded number of hits, the better tiers first, ranked; then the others by date. */
function rankedSql(query: NormalQuery, question: Question, tiers: NonNullable<Question['tiers']>): RawBuilder<unknown> {
  const each = query.perType ? sql`partition by type` : sql``
  const last = query.page * query.perPage
  const placed = sql`${poolSql(query, question, tiers)},
    scored as (select *, ${headScore(question)} as score from pool),
    numbered as (select *, row_number() over (order by score desc, ${byDate}) as early, row_number() over (${each} order by score desc, ${byDate}) as place from scored),
    reread as (
      select id, type, published_at, record, ${readWhole(query)} as whole,
        case when ${readWhole(query)} then score + ${bodyScore(question)} else score end as score from numbered),
    ranked as materialized (
      select id, type, record, row_number() over (${each} order by whole desc, score desc, ${byDate}) as place from reread)`
  if (query.perType) return sql`${placed}, page as (select type, record, place from ranked where place <= ${query.perType})`
  return sql`${placed}, page as (
      select type, record, place from ranked where place > ${last - query.perPage} and place <= ${last}
      union all (
        select type, record, (select count(*) from ranked) + row_number() over (order by ${byDate}) as place from search_entry
        where (select count(*) from ranked) < ${last} and ${matching(question)} and id <> all(array(select id from ranked))
        order by ${byDate} offset greatest(0, ${last - query.perPage} - (select count(*) from ranked))
        limit least(${query.perPage}, greatest(0, ${last} - (select count(*) from ranked)))))`
}

const readWhole = (query: NormalQuery) =>
  query.perType ? sql`(early <= ${READ_WHOLE} or place <= ${query.perType * 2})` : sql`(early <= ${READ_WHOLE})`

/** Few hits are all ranked. Of many the better tiers; a tier is read only when those before it did not fill the pool. */
function poolSql(query: NormalQuery, question: Question, tiers: NonNullable<Question['tiers']>): RawBuilder<unknown> {
  const close = question.phrases ? sql`and ((select n from found) > 1000 or words @@ ${tsquery(question.phrases)})` : sql``
  const tier = (keys: string, needed: RawBuilder<unknown>) => sql`
    select ${columns}, 0::real as named from (
      select ${columns} from search_entry where ${needed} and keys @@ ${tsquery(keys)} ${close} limit ${TIER}) as these
    order by ${byDate} limit ${RANKED}`
  const name = (keys: string | null, level: number) =>
    keys ? sql`(select ${columns}, ${level}::real as named from search_entry where keys @@ ${tsquery(keys)} ${close} limit 50)` : null
  const named = [name(tiers.name, 2), name(tiers.holds, 1)].filter((part) => part !== null)
  const many = sql`(select n from found) > ${RANKED}`
  const besides = query.perType
    ? sql`union all select ${columns}, 0::real as named from (
        select ${columns}, row_number() over (partition by type order by ${byDate}) as nth from chosen where ${many}
      ) as each where nth <= ${RANKED_PER_TYPE}`
    : sql``
  return sql`
    named as materialized (${sql.join(named, sql` union all `)}),
    titled as materialized (${tier(tiers.title, many)}),
    headed as materialized (${tier(tiers.head, sql`${many} and (select count(*) from titled) < ${RANKED}`)}),
    resting as materialized (${tier(tiers.rest, sql`${many} and (select count(*) from titled) + (select count(*) from headed) < ${RANKED}`)}),
    pool as materialized (
      select distinct on (id) * from (
        select * from named union all select * from titled union all select * from headed union all select * from resting
        union all select ${columns}, 0::real as named from chosen where not ${many} ${besides}
      ) as gathered order by id, named desc)`
}

/** Full sheets a little first; definitions, bodies and take-aways after the records they speak of. */
const importance = sql`(case when weight < 1 then weight else 0.5 + 0.5 * weight end)`
const sum = (parts: RawBuilder<unknown>[]) => (parts.length > 0 ? sql`(${sql.join(parts, sql` + `)})` : sql`0`)

/** How well title, summary and names answer. */
function headScore({ shares, adjacent, partial, definition }: Question): RawBuilder<unknown> {
  const word = (token: string, weight = '') => tsquery(`'${token}'${weight}`)
  const fields = shares.map(({ token, share }) => sql`${share}::real * ts_rank('{0, 0.12, 0.45, 1}', head, ${word(token)})`)
  const inTitle = shares.map(({ token }) => sql`head @@ ${word(token, ':A')}`)
  const held = shares.map(
    ({ token, share }) => sql`${share}::real * case when head @@ ${word(token, ':A')} then 1 when head @@ ${word(token, ':B')} then 0.9
      when head @@ ${word(token)} then 0.75 else 0 end`,
  )
  const together = adjacent ? sql`+ case when head @@ ${tsquery(adjacent)} then 0.3 else 0 end` : sql``
  const whole = sql`case when ${sql.join(inTitle, sql` and `)} then 0.6 else 0 end`
  return sql`(${sum(fields)} + ${whole} ${together} ${partial ? sql`+ ${sum(held)} * 3` : sql``}) * ${importance}
    ${definition ? sql`+ case when type = 'glossary' and (named > 0 or ${sql.join(inTitle, sql` or `)}) then 1 else 0 end` : sql``}
    + case named when 2 then 1.5 when 1 then case when weight >= 1 then 0.5 else 0 end else 0 end`
}

/** The whole text's part in the score. */
function bodyScore({ shares, adjacent, partial }: Question): RawBuilder<unknown> {
  const fields = shares.map(({ token, share }) => sql`${share}::real * ts_rank('{0.02, 0.12, 0, 0}', words, ${tsquery(`'${token}'`)})`)
  const together = adjacent ? sql`+ case when words @@ ${tsquery(adjacent)} then 0.3 else 0 end` : sql``
  const held = shares.map(
    ({ token, share }) =>
      sql`case when not head @@ ${tsquery(`'${token}'`)} and words @@ ${tsquery(`'${token}'`)} then ${share * 1.5}::real else 0 end`,
  )
  return sql`(${sum(fields)} ${together} ${partial ? sql`+ ${sum(held)}` : sql``}) * ${importance}`
}
