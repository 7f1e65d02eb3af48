import { sql } from 'kysely'
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
export async function catalogueEntries(db: Db, lang: 'it' | 'en', limit: number): Promise<CatalogueEntry[]> {
  const { rows } = await sql<CatalogueEntry>`
    select * from (
      select distinct on (c.id) c.id, c.type, c.url, c.title, c.summary, c.lang, c.published_at as "publishedAt",
        array_agg(c.lang) over (partition by c.id) as langs
      from catalogue_entry c order by c.id, (c.lang = ${lang}) desc, c.lang
    ) as entries
    order by "publishedAt" desc nulls last, id limit ${limit}`.execute(db)
  return rows
}
