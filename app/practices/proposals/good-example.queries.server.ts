import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { sectionOf } from '#app/documents/schema/content.ts'
import { parseContent } from '#app/documents/editions/edition.ts'
import { wordsOf } from '#app/documents/reading/text-of.ts'

/** A full public sheet to look at while writing one's own: verified ones first, then Tuscan ones. Undefined in an empty house. */
export async function goodExample(db: Db, lang: Lang) {
  const { rows } = await sql<{
    title_it: string
    title_en: string
    summary_it: string
    summary_en: string
    slug: string
    place: string
    body: string | null
    content: unknown
  }>`
    select p.title_it, p.title_en, p.summary_it, p.summary_en, p.slug, p.place, e.content,
      (select o.name from practice_organisation po join organisation o on o.id = po.organisation_id
        where po.practice_id = p.id and po.role = 'lead' order by po.position limit 1) as body
    from catalogue_entry c join practice p on c.id = 'practice:' || p.id::text
      join edition e on e.document_id = p.document_id and e.current and e.lang = 'it'
    where c.type = 'practice' and c.lang = 'it' and p.full_sheet
    order by p.verified_at is null, not exists (select from practice_territory pt join territory t on t.id = pt.territory_id
      where pt.practice_id = p.id and t.level <> 'country'), p.published_at, p.id limit 1`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const title = pick(lang, row.title_it, row.title_en)
  const [how] = sectionOf(parseContent(row.content), 'how')
  return {
    title,
    summary: title.lang === 'en' ? row.summary_en || row.summary_it : row.summary_it,
    path: `/buone-pratiche/${row.slug}`,
    place: row.place,
    body: row.body ?? '',
    how: how ? wordsOf(how) : '',
  }
}
