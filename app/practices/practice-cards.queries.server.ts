import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { termName } from '#app/themes/term.ts'
import { type PracticeType, pathOf, yearsOf } from './practice.ts'

export type PracticeCardData = {
  /** Catalogue id. */
  id: string
  type: PracticeType
  path: string
  title: string
  summary: string
  /** Language of title and summary. */
  lang: 'it' | 'en'
  kind: string
  body: string
  place: string
  years: string
  ongoing: boolean
  fullSheet: boolean
  status: 'public-source' | 'verified' | 'to-reconfirm' | 'own'
  lesson: boolean
}

type Row = Omit<PracticeCardData, 'path' | 'title' | 'summary' | 'lang' | 'kind' | 'years' | 'fullSheet' | 'status'> & {
  slug: string
  title_it: string
  title_en: string
  summary_it: string
  summary_en: string
  period_start: string | null
  period_end: string | null
  full_sheet: boolean
  kinds: { name_it: string; name_en: string; name_ar: string }[]
  status: string
}

/** What cards show of public sheets, in the order of the catalogue ids given; ids that are not public sheets are left out. */
export async function practiceCards(db: Db, lang: Lang, ids: readonly string[]): Promise<PracticeCardData[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select distinct on (wanted.position) c.id, p.type, p.slug, p.title_it, p.title_en, p.summary_it, p.summary_en, p.place, p.period_start,
      p.period_end, p.ongoing, p.full_sheet, p.lesson,
      case when p.state = 'to-reconfirm' then 'to-reconfirm' else c.status end as status,
      coalesce((select o.name from practice_organisation po join organisation o on o.id = po.organisation_id
        where po.practice_id = p.id order by po.role, po.position limit 1), '') as body,
      coalesce((select jsonb_agg(t order by t.position) from term t where t.id = any(c.kind_ids)), '[]') as kinds
    from unnest(${[...ids]}::text[]) with ordinality as wanted(id, position)
      join catalogue_entry c on c.id = wanted.id join practice p on c.id = p.type || ':' || p.id::text
    order by wanted.position`.execute(db)
  return rows.map((row) => {
    const title = pick(lang, row.title_it, row.title_en)
    return {
      id: row.id,
      type: row.type,
      path: pathOf(row),
      title: title.text,
      // Title and summary in one language: a card is read as one.
      summary: title.lang === 'en' ? row.summary_en || row.summary_it : row.summary_it,
      lang: title.lang,
      kind: row.kinds.map((term) => termName(term, lang)).join(', '),
      body: row.body,
      place: row.place,
      years: yearsOf(row),
      ongoing: row.ongoing,
      fullSheet: row.full_sheet,
      status: row.status === 'public-source' || row.status === 'verified' || row.status === 'to-reconfirm' ? row.status : 'own',
      lesson: row.lesson,
    }
  })
}
