import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { PracticeInput } from '#app/practices/practice.schema.ts'
import { practiceInput } from '#app/practices/practice.schema.ts'
import { aDocument } from './factories.ts'

/** The least a practice form needs; a test names only what matters to it. */
export const aPracticeInput = (overrides: Partial<PracticeInput> = {}): PracticeInput =>
  practiceInput.parse({
    type: 'practice',
    title_it: 'Casa dei mestieri',
    title_en: '',
    summary_it: 'Un appartamento condiviso tra giovani lavoratori.',
    summary_en: '',
    territories: ['comune:048017'],
    place: '',
    leads: [],
    partners: [],
    period_start: '',
    period_end: '',
    ongoing: false,
    themes: ['theme:housing'],
    kinds: ['kind:cohousing'],
    targets: [],
    cost: '',
    contact: '',
    licence: 'CC BY 4.0',
    lesson: false,
    sources: [],
    ...overrides,
  })

type PublicSheet = Partial<{
  title: string
  body: string
  publishedAt: Date
  state: string
  authorId: string
  territories: string[]
  terms: string[]
}>

/** A sheet with a current edition, stored as it is, without its steps; public unless its state says otherwise. Returns its catalogue id. */
export async function aPublicSheet(db: Db, sheet: PublicSheet = {}): Promise<string> {
  const {
    title = 'Casa dei mestieri',
    body = '',
    publishedAt = new Date(),
    state = 'published',
    authorId,
    territories = [],
    terms = [],
  } = sheet
  const document = await aDocument(db, { kind: 'practice' })
  const id = newId()
  const content = JSON.stringify({ type: 'doc', content: [] })
  await db
    .insertInto('edition')
    .values({ id: newId(), document_id: document.id, lang: 'it', number: 1, content, body, sha256: 'none' })
    .execute()
  await db
    .insertInto('practice')
    .values({
      id,
      type: 'practice',
      slug: `scheda-${id}`,
      document_id: document.id,
      state,
      title_it: title,
      published_at: publishedAt,
      author_id: authorId ?? null,
    })
    .execute()
  for (const territory_id of territories) await db.insertInto('practice_territory').values({ practice_id: id, territory_id }).execute()
  for (const term_id of terms) await db.insertInto('practice_term').values({ practice_id: id, term_id }).execute()
  return `practice:${id}`
}

/** Catalogue rows of a sheet: one per public language. */
export const catalogueRows = (db: Db, practiceId: string) =>
  db
    .selectFrom('catalogue')
    .select(['id', 'lang', 'title', 'url', 'status', 'body'])
    .where('id', 'like', `%:${practiceId}`)
    .orderBy('lang')
    .execute()

/** A step of the workflow without a reason, on a site somewhere. */
export const aStep = (reason = '') => ({ reason, appUrl: 'https://casa.example' })
