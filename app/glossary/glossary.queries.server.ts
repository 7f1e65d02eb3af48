import type { Db } from '#db/connection.ts'
import type { GlossaryTerm } from './glossary-term.ts'

/** Every term, in the alphabetical order of the language. 140 rows: read whole. */
export async function listGlossaryTerms(db: Db, lang: 'it' | 'en'): Promise<GlossaryTerm[]> {
  const rows = await db
    .selectFrom('glossary_term')
    .select(['slug', 'name_it as nameIt', 'name_en as nameEn', 'definition_it as definitionIt', 'definition_en as definitionEn'])
    .execute()
  const order = new Intl.Collator(lang)
  return rows.sort((a, b) => order.compare(lang === 'en' ? a.nameEn : a.nameIt, lang === 'en' ? b.nameEn : b.nameIt))
}

/** The terms in one language, for `linkTerms`. */
export async function linkableTerms(db: Db, lang: 'it' | 'en'): Promise<{ slug: string; name: string }[]> {
  return await db
    .selectFrom('glossary_term')
    .select(['slug', lang === 'en' ? 'name_en as name' : 'name_it as name'])
    .execute()
}
