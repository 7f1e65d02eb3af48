import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Lang } from '#app/shared/languages.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'

export type Quoting = { id: string; type: string; title: string; path: string; lang: string }

/**
 * Public records whose current text cites this catalogue id, by type and title: chapters, take-aways and other sheets.
 * Found through the index on cited ids (migration 06), so that it costs the same with ten records or ten thousand.
 */
export async function quotedIn(db: Db, lang: Lang, id: string): Promise<Quoting[]> {
  const reader = textLanguageOf(lang)
  const { rows } = await sql<Quoting>`
    with citing as (
      select distinct document_id from edition
      where current and jsonb_path_query_array(content, '$.**?(@.type == "citation").attrs.id') ? ${id}
    ), owner as (
      select 'chapter:' || x.id::text as id from chapter x join citing using (document_id)
      union all select 'take-away:' || x.id::text from take_away x join citing using (document_id)
      union all select 'session:' || x.id::text from training_session x join citing using (document_id)
      union all select 'programme:' || x.id::text from programme x join citing using (document_id)
      union all select x.type || ':' || x.id::text from practice x join citing using (document_id)
    )
    select distinct on (c.id) c.id, c.type, c.title, c.url as path, c.lang
    from owner join catalogue_entry c on c.id = owner.id
    where c.id <> ${id}
    order by c.id, (c.lang = ${reader}) desc, c.lang desc`.execute(db)
  return rows.sort((a, b) => a.type.localeCompare(b.type) || a.path.localeCompare(b.path))
}
