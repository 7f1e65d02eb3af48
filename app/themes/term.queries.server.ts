import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Lang } from '#app/shared/languages.ts'
import { type Term, type TermList, termName } from './term.ts'

const columns = ['id', 'list', 'code', 'name_it', 'name_en', 'name_ar', 'position'] as const

/** Terms in use, by list and position; merged ones are left out. */
export async function listTerms(db: Db): Promise<Term[]> {
  const rows = await db
    .selectFrom('term')
    .select(columns)
    .where('merged_into', 'is', null)
    .orderBy('list')
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, list: row.list as TermList }))
}

/** Every term's name by id, merged ones under the name of what they became. */
export async function termNamesById(db: Db, lang: Lang): Promise<Map<string, string>> {
  const { rows } = await sql<Pick<Term, 'id' | 'name_it' | 'name_en' | 'name_ar'>>`
    select t.id, coalesce(m.name_it, t.name_it) as name_it, coalesce(m.name_en, t.name_en) as name_en, coalesce(m.name_ar, t.name_ar) as name_ar
    from term t left join term m on m.id = t.merged_into`.execute(db)
  return new Map(rows.map((row) => [row.id, termName(row, lang)]))
}

/** Where merged terms went, for old links: old id → id in use. */
export async function mergedTerms(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('term').select(['id', 'merged_into']).where('merged_into', 'is not', null).execute()
  return new Map(rows.map((row) => [row.id, row.merged_into ?? row.id]))
}

/** Public records per term, for the editors' page. */
export async function countByTerm(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ term_id: string; records: number }>`
    select x.term_id, count(distinct c.id) as records
    from catalogue_entry c, unnest(c.theme_ids || c.kind_ids || c.target_ids) as x(term_id) group by x.term_id`.execute(db)
  return new Map(rows.map((row) => [row.term_id, row.records]))
}
