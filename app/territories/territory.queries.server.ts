import { type Expression, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Territory, type TerritoryLevel, territoryLevels } from './territory.ts'

const columns = ['id', 'level', 'slug', 'name_it', 'name_en', 'sigla'] as const
const levelOf = (level: string): TerritoryLevel => {
  const known = territoryLevels.find((one) => one === level)
  if (!known) throw new Error(`Unknown territory level ${level}`)
  return known
}

/** Places of these levels (all when left out) by level, then name in Italian order: for selects and filters. */
export async function listTerritories(db: Db, levels: readonly TerritoryLevel[] = territoryLevels): Promise<Territory[]> {
  const rows = await db.selectFrom('territory').select(columns).where('level', 'in', levels).execute()
  const italian = new Intl.Collator('it')
  return rows
    .map((row) => ({ ...row, level: levelOf(row.level) }))
    .sort((a, b) => territoryLevels.indexOf(a.level) - territoryLevels.indexOf(b.level) || italian.compare(a.name_it, b.name_it))
}

/** Places by id, for showing names; unknown ids are left out. */
export async function findTerritories(db: Db, ids: readonly string[]): Promise<Map<string, Territory>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('territory').select(columns).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { ...row, level: levelOf(row.level) }]))
}

/**
 * SQL condition: the place in `column` is `id` or lies inside it. Municipalities lie in their province and zone;
 * everything but countries lies in the region; a zone lies in the provinces of its municipalities.
 */
export const within = (column: Expression<string | null>, id: string) => sql<boolean>`${column} in (
  select t.id from territory t where t.id = ${id} or t.province_id = ${id}
  union all select m.municipality_id from zone_membership m where m.zone_id = ${id}
  union all select m.zone_id from zone_membership m join territory c on c.id = m.municipality_id where c.province_id = ${id}
  union all select t.id from territory t join territory r on r.id = ${id} and r.level = 'region' where t.level <> 'country'
)`
