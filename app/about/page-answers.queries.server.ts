import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

export type PageAnswers = {
  page: string
  yes: number
  no: number
  /** Newest first, at most 20. */
  comments: { useful: boolean; lang: string; comment: string; day: string }[]
}

/** Answers per page for editors: those with most "no" first, at most 200 pages. Callers have asked for the role. */
export async function listPageAnswers(db: Db): Promise<PageAnswers[]> {
  const { rows } = await sql<PageAnswers>`
    select page, count(*) filter (where useful) as yes, count(*) filter (where not useful) as no,
      coalesce((
        select jsonb_agg(jsonb_build_object('useful', c.useful, 'lang', c.lang, 'comment', c.comment, 'day', to_char(c.day, 'YYYY-MM-DD'))
          order by c.id desc)
        from (select * from page_answer c where c.page = a.page and c.comment <> '' order by c.id desc limit 20) c
      ), '[]') as comments
    from page_answer a group by page
    order by no desc, yes desc, page limit 200`.execute(db)
  return rows
}
