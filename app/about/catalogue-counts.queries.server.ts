import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** How many public records there are of each type. */
export async function countByType(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ type: string; records: number }>`
    select type, count(distinct id) as records from catalogue_entry group by type`.execute(db)
  return new Map(rows.map((row) => [row.type, row.records]))
}

/** Municipalities, zones and provinces that public practices name, however often. */
export async function countPracticePlaces(db: Db): Promise<number> {
  const { rows } = await sql<{ places: number }>`
    select count(distinct t.id) as places
    from catalogue_entry c, unnest(c.territory_ids) as x(id) join territory t on t.id = x.id
    where c.type = 'practice' and t.level in ('municipality', 'zone', 'province')`.execute(db)
  return rows[0]?.places ?? 0
}

/** Public practices per theme, most frequent first. */
export async function countByTheme(db: Db): Promise<{ id: string; records: number }[]> {
  const { rows } = await sql<{ id: string; records: number }>`
    select x.id, count(distinct c.id) as records
    from catalogue_entry c, unnest(c.theme_ids) as x(id)
    where c.type = 'practice' group by x.id order by records desc, x.id`.execute(db)
  return rows
}

/** Public practices per Tuscan province; what is filed under a municipality or zone counts for its province. */
export async function countByProvince(db: Db): Promise<{ id: string; name: string; records: number }[]> {
  const { rows } = await sql<{ id: string; name: string; records: number }>`
    with placed as (
      select distinct c.id, coalesce(t.province_id, z.province_id, case when t.level = 'province' then t.id end) as province_id
      from catalogue_entry c, unnest(c.territory_ids) as x(id)
        join territory t on t.id = x.id
        left join zone_membership m on m.zone_id = t.id
        left join territory z on z.id = m.municipality_id
      where c.type = 'practice')
    select p.id, p.name_it as name, count(distinct placed.id) as records
    from territory p left join placed on placed.province_id = p.id
    where p.level = 'province' group by p.id, p.name_it order by records desc, p.name_it`.execute(db)
  return rows
}

/** Public records of each type that can be read in a language. */
export async function countByLanguage(db: Db): Promise<{ type: string; lang: string; records: number }[]> {
  const { rows } = await sql<{ type: string; lang: string; records: number }>`
    select type, lang, count(distinct id) as records from catalogue_entry group by type, lang order by type, lang`.execute(db)
  return rows
}

/** Practices to show first: verified and full sheets of Tuscany, then the newest. Catalogue ids. */
export async function highlightedPractices(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from catalogue_entry c where c.type = 'practice'
    group by c.id, c.weight, c.status, c.published_at, c.territory_ids
    order by (c.status = 'verified') desc, c.weight desc,
      exists (select from territory t where t.id = any(c.territory_ids) and t.level <> 'country') desc,
      c.published_at desc nulls last, c.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}
