import { type RawBuilder, sql } from 'kysely'
import type { NormalQuery } from '../normalise-query.ts'
import type { StoredRecord } from '../present-hit.ts'
import type { Hits } from './count-hits.ts'
import { butNot, tsquery, where } from './counts-sql.ts'
import { keyOf, lexeme } from './keys-text.ts'
import type { Question } from './question.ts'

/** So many of the best hits are ranked; what follows them is in order of date. */
const RANKED = 150
/** So many of these once more with their whole texts. */
const READ_WHOLE = 60
/** A tier with more records than this is not put in order before its best are taken. */
const TIER = 2_000

export type Shown = { type: string; record: StoredRecord }

/** The page of hits that were counted: ranked, or in an order of their own. */
export function hitsSql(query: NormalQuery, question: Question, hits: Hits): RawBuilder<Shown> {
  if (question.tiers && query.sort === 'relevance') return rankedSql(query, question, hits, question.tiers)
  return sortedSql(query, question, hits)
}

const closely = (question: Question, hits: Hits): RawBuilder<unknown> =>
  sql`${hits.close && question.phrases ? sql`and words @@ ${tsquery(question.phrases)}` : sql``} ${butNot(question.except)}`

/** Of a record only what is shown: texts of the other language may be long. */
function shownRecord({ lang, filters }: NormalQuery): RawBuilder<unknown> {
  if (filters.lang) return sql`record`
  const other = lang === 'it' ? 'en' : 'it'
  return sql`case when record -> 'texts' -> ${sql.lit(lang)} is not null then record #- ${sql.lit(`{texts,${other},body}`)} else record end`
}

/** By date or title. */
function sortedSql(query: NormalQuery, question: Question, hits: Hits): RawBuilder<Shown> {
  const by = query.sort === 'title' ? byTitle(query.lang) : newestFirst
  const found = sql`${where(question.all)} ${closely(question, hits)}`
  if (query.perType) {
    return sql<Shown>`
      select t.type, ${shownRecord(query)} as record from (select distinct type from search_entry where ${found}) as t,
        lateral (select record from search_entry where ${found} and type = t.type order by ${by.order} limit ${query.perType}) as e`
  }
  const page = inOrderSql({ found, by, offset: (query.page - 1) * query.perPage, limit: query.perPage, share: hits.share })
  return sql<Shown>`
    select type, ${shownRecord(query)} as record from (${page}) as page join search_entry using (id) order by place`
}

/** Opening the keys of one record costs as much as sorting in some hundred without. */
const OPENED = 400

type Order = { order: RawBuilder<unknown>; columns: RawBuilder<unknown> }
const newestFirst: Order = { order: sql`published_at desc nulls last, weight desc, id`, columns: sql`id, published_at, weight` }
const byTitle = (lang: NormalQuery['lang']): Order => {
  const title = sql.ref(`sort_${lang}`)
  return { order: sql`${title}, id`, columns: sql`id, ${title}` }
}

type Ordered = { found: RawBuilder<unknown>; by: Order; offset: number; limit: number; share: number }

/**
 * Ids of a page, with their place: in the order of an index, opening each record on the way, or all hits found first
 * and then sorted; whichever is less work. `share` of all records are hits.
 */
function inOrderSql({ found, by, offset, limit, share }: Ordered): RawBuilder<unknown> {
  const place = sql`row_number() over (order by ${by.order}) as place`
  const cut = sql`order by ${by.order} offset ${offset} limit ${limit}`
  if (share === 1 || (offset + limit) / share < OPENED)
    return sql`select id, ${place} from (select ${by.columns} from search_entry where ${found} ${cut}) as page`
  return sql`
    select id, ${place} from (
      with chosen as materialized (select ${by.columns} from search_entry where ${found}) select * from chosen ${cut}) as page`
}

/** What ranking and showing need; the long ones are read where they are used, not here. */
const columns = sql`id, type, published_at, weight, head, words, record`
const byDate = sql`published_at desc nulls last, id`

/** By relevance: a bounded number of hits, the better tiers first, ranked; then the others by date. */
function rankedSql(query: NormalQuery, question: Question, hits: Hits, tiers: NonNullable<Question['tiers']>): RawBuilder<Shown> {
  const each = query.perType ? sql`partition by type` : sql``
  const last = query.page * query.perPage
  const record = shownRecord(query)
  const placed = sql`with ${poolSql(question, hits, tiers)},
    scored as (select *, ${headScore(question)} as score from pool),
    numbered as (select *, row_number() over (order by score desc, ${byDate}) as early, row_number() over (${each} order by score desc, ${byDate}) as place from scored),
    reread as (
      select id, type, published_at, record, ${readWhole(query)} as whole,
        case when ${readWhole(query)} then score + ${bodyScore(question)} else score end as score from numbered),
    ranked as ${hits.ids ? sql`` : sql`materialized`} (
      select id, type, record, row_number() over (${each} order by whole desc, score desc, ${byDate}) as place from reread)`
  if (query.perType)
    return sql<Shown>`${placed} select type, ${record} as record from ranked where place <= ${query.perType} order by place`
  const first = sql`select type, record, place from ranked where place > ${last - query.perPage} and place <= ${Math.min(last, RANKED)}`
  // There are at least RANKED of them, and those after the first RANKED are in order of date like all that follow.
  const page = hits.ids || last <= RANKED ? first : sql`${first} union all (${restSql(query, question, hits, RANKED)})`
  return sql<Shown>`${placed} select type, ${record} as record from (${page}) as page order by place`
}

/** What follows the ranked ones, by date. */
function restSql(query: NormalQuery, question: Question, hits: Hits, ranked: number): RawBuilder<unknown> {
  const last = query.page * query.perPage
  const found = sql`${where(question.all)} ${closely(question, hits)} and id not in (select id from ranked where place <= ${ranked})`
  const [offset, limit] = [Math.max(0, last - query.perPage - ranked), Math.min(query.perPage, last - ranked)]
  const page = inOrderSql({ found, by: newestFirst, offset, limit, share: hits.share })
  return sql`select type, record, place + ${ranked} as place from (${page}) as page join search_entry using (id)`
}

const readWhole = (query: NormalQuery) =>
  query.perType ? sql`(early <= ${READ_WHOLE} or place <= ${query.perType * 2})` : sql`(early <= ${READ_WHOLE})`

/** Few hits are all ranked. Of many the better tiers; a tier is read only when those before it did not fill the pool. */
function poolSql(question: Question, hits: Hits, tiers: NonNullable<Question['tiers']>): RawBuilder<unknown> {
  const close = closely(question, hits)
  const name = (keys: string | null, level: number) =>
    keys ? sql`(select ${columns}, ${level}::real as named from search_entry where keys @@ ${tsquery(keys)} ${close} limit 50)` : null
  const named = [name(tiers.name, 2), name(tiers.holds, 1)].filter((part) => part !== null)
  const begun = sql`named as materialized (${sql.join(named, sql` union all `)})`
  const pool = (parts: RawBuilder<unknown>) => sql`
    pool as materialized (select distinct on (id) * from (select * from named union all ${parts}) as gathered order by id, named desc)`
  const byIds = (ids: readonly string[]) => sql`select ${columns}, 0::real as named from search_entry where id = any(${[...ids]}::text[])`
  if (hits.ids) return sql`${begun}, ${pool(byIds(hits.ids))}`
  const tier = (keys: string, missing: RawBuilder<unknown>, sampled: boolean) => tierSql(keys, { missing, sampled, close })
  const all = sql`${sql.lit(RANKED)}`
  const newest = hits.newest ? sql`union all ${byIds(hits.newest)}` : sql``
  return sql`${begun},
    titled as materialized (${tier(tiers.title, all, false)}),
    headed as materialized (${tier(tiers.head, sql`${all} - (select count(*) from titled)`, hits.sampled)}),
    resting as materialized (${tier(tiers.rest, sql`${all} - (select count(*) from titled) - (select count(*) from headed)`, hits.sampled)}),
    ${pool(sql`select * from titled union all select * from headed union all select * from resting ${newest}`)}`
}

/** The newest of a tier. A large one is read in its sample first, and whole only when that is not enough. */
function tierSql(
  keys: string,
  { missing, sampled, close }: { missing: RawBuilder<unknown>; sampled: boolean; close: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const read = (asked: string, needed: RawBuilder<unknown>) =>
    sql`(select ${columns} from search_entry where ${needed} > 0 and keys @@ ${tsquery(asked)} ${close} limit ${TIER})`
  const newest = (rows: RawBuilder<unknown>) =>
    sql`select ${columns}, 0::real as named from ${rows} as these order by ${byDate} limit ${sql.lit(RANKED)}`
  if (!sampled) return newest(read(keys, missing))
  return sql`
    with seen as materialized (${newest(read(`${keys} & ${lexeme(keyOf.sample())}`, missing))})
    select * from seen union all (
      ${newest(read(keys, sql`case when (select count(*) from seen) < ${missing} then 1 else 0 end`))})`
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
