import { sql } from 'kysely'
import { whileUnchanged } from '#app/shared/while-unchanged.server.ts'
import type { Db } from '#db/connection.ts'

// Counts over everything that is public, each made once per version of the catalogue: a record has a row per language,
// so `record` takes one row of each.
const practice = sql`record as (select distinct on (id) id, territory_ids, theme_ids from catalogue_entry where type = 'practice' order by id)`

/** How many public records there are of each type. */
export const countByType = (db: Db): Promise<Map<string, number>> =>
  whileUnchanged(db, 'count-by-type', async () => {
    const { rows } = await sql<{ type: string; records: number }>`
      select type, count(*) as records from (select distinct type, id from catalogue_entry) as record group by type`.execute(db)
    return new Map(rows.map((row) => [row.type, row.records]))
  })

/** Municipalities, zones and provinces that public practices name, however often. */
export const countPracticePlaces = (db: Db): Promise<number> =>
  whileUnchanged(db, 'count-practice-places', async () => {
    const { rows } = await sql<{ places: number }>`
      select count(*) as places
      from (select distinct x.id from catalogue_entry c, unnest(c.territory_ids) as x(id) where c.type = 'practice') as named
        join territory t on t.id = named.id
      where t.level in ('municipality', 'zone', 'province')`.execute(db)
    return rows[0]?.places ?? 0
  })

/** Public practices per theme, most frequent first. */
export const countByTheme = (db: Db): Promise<{ id: string; records: number }[]> =>
  whileUnchanged(db, 'count-by-theme', async () => {
    const { rows } = await sql<{ id: string; records: number }>`
      with ${practice}
      select x.id, count(*) as records from record, unnest(theme_ids) as x(id) group by x.id order by records desc, x.id`.execute(db)
    return rows
  })

/** Public practices per Tuscan province; what is filed under a municipality or zone counts for its province. */
export const countByProvince = (db: Db): Promise<{ id: string; name: string; records: number }[]> =>
  whileUnchanged(db, 'count-by-province', async () => {
    const { rows } = await sql<{ id: string; name: string; records: number }>`
      with ${practice}, province_of as (
        select t.id, coalesce(t.province_id, z.province_id, case when t.level = 'province' then t.id end) as province_id
        from territory t
          left join zone_membership m on m.zone_id = t.id
          left join territory z on z.id = m.municipality_id
        group by 1, 2
      ), placed as (
        select distinct record.id, p.province_id
        from record, unnest(territory_ids) as x(id) join province_of p on p.id = x.id)
      select p.id, p.name_it as name, count(placed.id) as records
      from territory p left join placed on placed.province_id = p.id
      where p.level = 'province' group by p.id, p.name_it order by records desc, p.name_it`.execute(db)
    return rows
  })

/** Public records of each type that can be read in a language. */
export const countByLanguage = (db: Db): Promise<{ type: string; lang: string; records: number }[]> =>
  whileUnchanged(db, 'count-by-language', async () => {
    const { rows } = await sql<{ type: string; lang: string; records: number }>`
      select type, lang, count(*) as records from catalogue_entry group by type, lang order by type, lang`.execute(db)
    return rows
  })

/** Practices to show first: verified and full sheets of Tuscany, then the newest. Catalogue ids. */
export const highlightedPractices = (db: Db, limit: number): Promise<string[]> =>
  whileUnchanged(db, `highlighted ${limit}`, async () => {
    // Two rows for one record stand side by side in this order.
    const { rows } = await sql<{ id: string }>`
      select id from catalogue_entry where type = 'practice'
      order by (status = 'verified') desc, weight desc,
        territory_ids <@ (select coalesce(array_agg(id), '{}') from territory where level = 'country'),
        published_at desc nulls last, id limit ${limit * 2}`.execute(db)
    return [...new Set(rows.map((row) => row.id))].slice(0, limit)
  })
