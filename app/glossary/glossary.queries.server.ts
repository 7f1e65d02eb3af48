import { romeDay } from '#app/shared/rome-time.ts'
import type { Db } from '#db/connection.ts'
import { type GlossaryTerm, glossaryUpdatedOn, type KeptTerm } from './glossary-term.ts'

const columns = [
  'slug',
  'name_it as nameIt',
  'name_en as nameEn',
  'definition_it as definitionIt',
  'definition_en as definitionEn',
] as const

/** Every term, in the alphabetical order of the language. Some 140 rows: read whole. */
export async function listGlossaryTerms(db: Db, lang: 'it' | 'en'): Promise<GlossaryTerm[]> {
  const rows = await db.selectFrom('glossary_term').select(columns).execute()
  const order = new Intl.Collator(lang)
  return rows.sort((a, b) => order.compare(lang === 'en' ? a.nameEn : a.nameIt, lang === 'en' ? b.nameEn : b.nameIt))
}

/** Every term with the words people type for it, for editors; by its Italian name. */
export async function listKeptTerms(db: Db): Promise<KeptTerm[]> {
  const rows = await db
    .selectFrom('glossary_term')
    .select([...columns, 'also'])
    .execute()
  const order = new Intl.Collator('it')
  return rows.sort((a, b) => order.compare(a.nameIt, b.nameIt))
}

/** The terms in one language, for `linkTerms`. */
export async function linkableTerms(db: Db, lang: 'it' | 'en'): Promise<{ slug: string; name: string }[]> {
  return await db
    .selectFrom('glossary_term')
    .select(['slug', lang === 'en' ? 'name_en as name' : 'name_it as name'])
    .execute()
}

/** One term as editors change it; undefined for an unknown slug. */
export async function findGlossaryTerm(db: Db, slug: string) {
  return await db
    .selectFrom('glossary_term')
    .select(['slug', 'name_it', 'name_en', 'definition_it', 'definition_en', 'also', 'added'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** The day the glossary last changed: as it came, or by an editor. */
export async function glossaryChangedOn(db: Db): Promise<string> {
  const row = await db
    .selectFrom('glossary_term')
    .select((eb) => eb.fn.max('edited_at').as('edited'))
    .executeTakeFirst()
  return row?.edited ? romeDay(row.edited) : glossaryUpdatedOn
}
