import { v5 } from 'uuid'
import { type Db } from '../connection.ts'
import { field, readReference } from './read-csv.ts'
import { slugOf } from './slug.ts'

/** Themes, kinds of solution and target groups. Editors rename and merge them: what is there stays. */
export async function loadTerms(db: Db): Promise<void> {
  const rows = readReference('terms').map((row, position) => ({
    id: `${field(row, 'list')}:${field(row, 'code')}`,
    list: field(row, 'list'),
    code: field(row, 'code'),
    name_it: field(row, 'name_it'),
    name_en: field(row, 'name_en'),
    name_ar: field(row, 'name_ar'),
    position,
  }))
  await db
    .insertInto('term')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

const GLOSSARY = '6f0ad9f6-3c34-5f0e-9d0b-5f4a3f6f2c11'

/** The id comes from the word, so that every installation has the same one. */
export async function loadGlossary(db: Db): Promise<void> {
  const rows = readReference('glossary').map((row) => {
    const name = field(row, 'it')
    const slug = slugOf(name)
    const definitions = { definition_it: field(row, 'note_it'), definition_en: field(row, 'note') }
    return { id: v5(slug, GLOSSARY), slug, name_it: name, name_en: field(row, 'en'), ...definitions }
  })
  await db
    .insertInto('glossary_term')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
