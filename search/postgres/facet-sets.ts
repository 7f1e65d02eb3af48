import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { FacetCount, FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import type { SetCount } from './count-hits.ts'

/** Facet values by number, and the values of each set; sets never change once they are written, so each is read once. */
export type KnownSets = { values: { facet: FacetName; value: string }[]; numberOf: Map<string, number>; sets: Map<number, number[]> }

export const noSets = (): KnownSets => ({ values: [], numberOf: new Map(), sets: new Map() })

async function learn(db: Db, known: KnownSets, counted: readonly SetCount[]): Promise<void> {
  const unknown = [...new Set(counted.flatMap(([, set]) => (known.sets.has(set) ? [] : [set])))]
  if (unknown.length === 0) return
  const { rows } = await sql<{ id: number; facets: string[] }>`
    select id, facets from search_facet_set where id = any(${unknown}::int[])`.execute(db)
  for (const { id, facets } of rows)
    known.sets.set(
      id,
      facets.map((key) => valueNumber(known, key)),
    )
}

function valueNumber(known: KnownSets, key: string): number {
  const number = known.numberOf.get(key)
  if (number !== undefined) return number
  const at = key.indexOf('=')
  known.values.push({ facet: key.slice(1, at) as FacetName, value: key.slice(at + 1) })
  known.numberOf.set(key, known.values.length - 1)
  return known.values.length - 1
}

/** Counts per value from counts per set, the commonest first; and the number of hits of each type. */
export async function facetCounts(
  db: Db,
  known: KnownSets,
  query: NormalQuery,
  counted: readonly SetCount[],
): Promise<{ facets: Partial<Record<FacetName, FacetCount[]>>; types: Map<string, number> }> {
  await learn(db, known, counted)
  const apart = new Set(query.activeFacets.filter((name) => query.facets.includes(name)))
  const main = totals(known, counted, null)
  const facets = query.facets.map((name): [FacetName, FacetCount[]] => [
    name,
    valuesOf(known, apart.has(name) ? totals(known, counted, name) : main, name),
  ])
  return { facets: Object.fromEntries(facets), types: new Map(valuesOf(known, main, 'type').map(({ value, count }) => [value, count])) }
}

/** Of each value by its number: the records of one counting that have it. */
function totals(known: KnownSets, counted: readonly SetCount[], wanted: FacetName | null): Float64Array {
  const sums = new Float64Array(known.values.length)
  for (const [about, set, n] of counted) {
    if (about !== wanted) continue
    for (const number of known.sets.get(set) ?? []) sums[number] = (sums[number] ?? 0) + n
  }
  return sums
}

function valuesOf(known: KnownSets, sums: Float64Array, name: FacetName): FacetCount[] {
  const found: FacetCount[] = []
  known.values.forEach(({ facet, value }, number) => {
    const count = sums[number] ?? 0
    if (facet === name && count > 0) found.push({ value, count })
  })
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
