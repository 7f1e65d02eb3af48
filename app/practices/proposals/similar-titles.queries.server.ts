import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Lang } from '#app/shared/languages.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'

export type SimilarTitle = { id: string; title: string; lang: string; path: string }

/** Public sheets whose title is like this one, most alike first, at most five: somebody may be about to write one twice. */
export async function similarTitles(db: Db, lang: Lang, title: string): Promise<SimilarTitle[]> {
  if (title.trim().length < 3) return []
  const asked = sql`unaccent(lower(${title}))`
  const found = sql`unaccent(lower(c.title))`
  const { rows } = await sql<SimilarTitle>`
    select id, title, lang, path from (
      select distinct on (c.id) c.id, c.title, c.lang, c.url as path, similarity(${asked}, ${found}) as alike
      from catalogue_entry c
      where c.type in ('practice', 'memorandum', 'pact', 'project') and similarity(${asked}, ${found}) > 0.3
      order by c.id, (c.lang = ${textLanguageOf(lang)}) desc, c.lang desc
    ) one order by alike desc, title limit 5`.execute(db)
  return rows
}
