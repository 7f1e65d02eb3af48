import { type RawBuilder, sql } from 'kysely'
import type { FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import type { Question } from './question.ts'

/** Hits beyond this many are not told apart: totals and counts stop here, and the result says so. */
export const CEILING = 10_000

export const tsquery = (text: string) => sql`${text}::tsquery`
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

/** Number of records per set: `[facet it is about, or null for all, set, records]`. */
export type SetCount = [FacetName | null, number, number]

/** The facets a search counts whose own selection is to be ignored: they are counted apart. */
export const countedApart = (query: NormalQuery): FacetName[] => query.activeFacets.filter((name) => query.facets.includes(name))

export function countsSql(query: NormalQuery, question: Question): RawBuilder<unknown> {
  const apart = countedApart(query)
  const together = query.facets.filter((name) => !apart.includes(name))
  const sets = facetSetNames.filter((set) => facetSets[set].some((name) => together.includes(name)) || set === 'basics')
  const refs = sets.map((set) => sql.ref(set))
  const main = sql`select null as about, coalesce(${sql.join(refs)}) as set, count(*) as n from chosen
    group by grouping sets (${sql.join(refs.map((ref) => sql`(${ref})`))})`
  const others = apart.map((name) => {
    const set = facetSetNames.find((each) => (facetSets[each] as readonly FacetName[]).includes(name)) ?? 'basics'
    return sql`select ${name} as about, ${sql.ref(set)} as set, count(*) as n
      from (select ${sql.ref(set)} from search_entry where ${where(question.without(name))} limit ${CEILING}) as others group by 2`
  })
  return sql`(select coalesce(json_agg(json_build_array(about, set, n)), '[]') from (${sql.join([main, ...others], sql` union all `)}) as counted)`
}
