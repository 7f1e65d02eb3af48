import { type RawBuilder, sql } from 'kysely'
import type { FacetName } from '../engine.ts'

/** Hits beyond this many are not told apart: totals stop here, counts are estimated, and the result says so. */
export const CEILING = 10_000
/** So few hits are all ranked. */
export const FEW = 300
/** Of each type at least so many are ranked, for the first hits of each. */
const RANKED_PER_TYPE = 6

export const tsquery = (text: string) => sql`${text}::tsquery`
export const butNot = (ids: readonly string[]) => (ids.length > 0 ? sql`and id <> all(${[...ids]}::text[])` : sql``)
export const where = (question: string | null) => (question === null ? sql`true` : sql`keys @@ ${tsquery(question)}`)

/**
 * Columns of search_entry that each name a set of facet values (search_facet_set): few records differ in all, so
 * counting the sets first is a small part of counting every value of every record.
 */
export const facetSets = {
  basics: ['type', 'period', 'lang', 'status'],
  themes: ['theme'],
  kinds: ['kind'],
  targets: ['target'],
  places: ['territory'],
} as const satisfies Record<string, readonly FacetName[]>
export type FacetSet = keyof typeof facetSets
export const facetSetNames = Object.keys(facetSets) as FacetSet[]

export const setOf = (name: FacetName): FacetSet =>
  facetSetNames.find((each) => (facetSets[each] as readonly FacetName[]).includes(name)) ?? 'basics'

/** What one reading of the index gives: how many, how many of each set, all ids when they are few, else the newest of each type. */
export type Counted = { n: number; sets: number[]; counts: number[]; ids: string[] | null; newest: string[] | null }

export type Counting = {
  /** As text to be cast with ::tsquery. */
  keys: string | null
  /** Phrases to look at closely. */
  close: string | null
  /** Ids that are not counted. */
  except: readonly string[]
  sets: readonly FacetSet[]
  perType: boolean
}

/** One reading of the index for total and counts; rows are narrow, so ten thousand are soon read. */
export function countsSql({ keys, close, except, sets, perType }: Counting): RawBuilder<Counted> {
  const refs = sets.map((set) => sql.ref(set))
  const closely = sql`${close ? sql`and words @@ ${tsquery(close)}` : sql``} ${butNot(except)}`
  const grouped =
    refs.length === 0
      ? sql`(select array[]::int[] as sets, array[]::int[] as counts)`
      : sql`(select coalesce(array_agg(set), '{}') as sets, coalesce(array_agg(n), '{}') as counts from (
          select coalesce(${sql.join(refs)}) as set, count(*)::int as n from chosen
          group by grouping sets (${sql.join(refs.map((ref) => sql`(${ref})`))})) as each)`
  const newest = perType
    ? sql`case when n > ${FEW} then (select array_agg(id) from (
        select id, row_number() over (partition by hashtext(type) order by published_at desc nulls last) as nth from chosen) as each
        where nth <= ${RANKED_PER_TYPE}) end`
    : sql`null`
  const chosen = sql.join([sql.ref('id'), ...(perType ? [sql.ref('type'), sql.ref('published_at')] : []), ...refs])
  return sql<Counted>`
    with chosen as materialized (select ${chosen} from search_entry where ${where(keys)} ${closely} limit ${CEILING + 1})
    select n, sets, counts, case when n <= ${FEW} then array(select id from chosen) end as ids, ${newest} as newest
    from (select count(*)::int as n from chosen) as found, ${grouped} as grouped`
}
