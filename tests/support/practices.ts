import type { Db } from '#db/connection.ts'
import type { PracticeInput } from '#app/practices/practice.schema.ts'
import { practiceInput } from '#app/practices/practice.schema.ts'

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
