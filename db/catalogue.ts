import { sql } from 'kysely'
import type { Db } from './connection.ts'

/** Fills the entries from the view; does nothing where the schema has none yet (a restore on its way up). */
export const rebuildStatement = `do $$ begin
  if to_regprocedure('public.catalogue_rebuild()') is not null then perform public.catalogue_rebuild(); end if;
end $$`

/** Makes `catalogue_entry` anew from the view, in one transaction; readers see the old entries until it commits. */
export async function rebuildCatalogue(db: Db): Promise<void> {
  await sql.raw(rebuildStatement).execute(db)
}

/** Ids of which the view (what is public) and the kept entries differ in anything; empty when they are equal sets. */
export async function compareEntriesWithView(db: Db): Promise<string[]> {
  const columns = sql.raw(`id, type, lang, title, summary, url, territory_ids, theme_ids, kind_ids, target_ids, period,
    period_state, status, published_at, weight`)
  const { rows } = await sql<{ id: string }>`
    with wanted as materialized (select ${columns} from catalogue), kept as materialized (select ${columns} from catalogue_entry)
    select id from (select * from wanted except all select * from kept) missing
    union select id from (select * from kept except all select * from wanted) surplus
    order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** The number that grows with every commit that changed what is public, and with every record that search has taken in. */
export async function catalogueVersion(db: Db): Promise<number> {
  const { number } = await db.selectFrom('catalogue_version').select('number').executeTakeFirstOrThrow()
  return number
}

/** Says that what was made of the catalogue until now may be out of date. */
export async function raiseCatalogueVersion(db: Db): Promise<void> {
  await sql`update catalogue_version set number = number + 1`.execute(db)
}
