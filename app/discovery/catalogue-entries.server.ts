import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'

export type CatalogueEntry = {
  id: string
  type: string
  url: string
  title: string
  summary: string
  lang: string
  langs: string[]
  publishedAt: Date | null
}

/** Public records for feeds and the sitemap, newest first, one each: in this language where it has it. At most `limit`. */
export const catalogueEntries = (db: Db, lang: 'it' | 'en', limit: number): Promise<CatalogueEntry[]> =>
  readEntries(db, lang, sql`true`, limit)

/** The same for these catalogue ids only; what is not public is left out. */
export const catalogueEntriesOf = async (db: Db, ids: readonly string[], lang: 'it' | 'en'): Promise<CatalogueEntry[]> =>
  ids.length === 0 ? [] : await readEntries(db, lang, sql`c.id = any(${[...ids]}::text[])`, ids.length)

async function readEntries(db: Db, lang: 'it' | 'en', which: RawBuilder<unknown>, limit: number): Promise<CatalogueEntry[]> {
  const { rows } = await sql<CatalogueEntry>`
    select * from (
      select distinct on (c.id) c.id, c.type, c.url, c.title, c.summary, c.lang, c.published_at as "publishedAt",
        array_agg(c.lang) over (partition by c.id) as langs
      from catalogue_entry c where ${which} order by c.id, (c.lang = ${lang}) desc, c.lang
    ) as entries
    order by "publishedAt" desc nulls last, id limit ${limit}`.execute(db)
  return rows
}
