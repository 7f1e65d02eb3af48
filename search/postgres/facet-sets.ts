import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { FacetCount, FacetName } from '../engine.ts'
import type { NormalQuery } from '../normalise-query.ts'
import { countedApart, type SetCount } from './counts-sql.ts'

/** Sets never change once they are written, so each is read once. */
export type KnownSets = Map<number, readonly [FacetName, string][]>

async function learn(db: Db, known: KnownSets, ids: readonly number[]): Promise<void> {
  const unknown = [...new Set(ids.filter((id) => !known.has(id)))]
  if (unknown.length === 0) return
  const { rows } = await sql<{ id: number; facets: string[] }>`
    select id, facets from search_facet_set where id = any(${unknown}::int[])`.execute(db)
  for (const { id, facets } of rows) known.set(id, facets.map(parted))
}

const parted = (key: string): [FacetName, string] => {
  const at = key.indexOf('=')
  return [key.slice(1, at) as FacetName, key.slice(at + 1)]
}

/** Counts per value from counts per set, the commonest first; and the number of hits of each type. */
export async function facetCounts(
  db: Db,
  known: KnownSets,
  query: NormalQuery,
  counted: readonly SetCount[],
): Promise<{ facets: Partial<Record<FacetName, FacetCount[]>>; types: Map<string, number> }> {
  await learn(
    db,
    known,
    counted.map(([, set]) => set),
  )
  const apart = countedApart(query)
  const totals = new Map<FacetName, Map<string, number>>(query.facets.map((name) => [name, new Map<string, number>()]))
  const types = new Map<string, number>()
  for (const [about, set, n] of counted)
    for (const [name, value] of known.get(set) ?? []) {
      if (about === null && name === 'type') types.set(value, (types.get(value) ?? 0) + n)
      if (about === null ? apart.includes(name) : about !== name) continue
      const values = totals.get(name)
      values?.set(value, (values.get(value) ?? 0) + n)
    }
  const facets = [...totals].map(([name, values]): [FacetName, FacetCount[]] => [
    name,
    [...values].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  ])
  return { facets: Object.fromEntries(facets), types }
}
