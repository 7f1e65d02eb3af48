import { analyseDocument } from '../analysis/analyse-document.ts'
import type { Concepts } from '../analysis/concepts.ts'
import { bodyKey } from '../analysis/body-key.ts'
import { fold } from '../analysis/words.ts'
import { type SearchDocument, textLanguages } from '../engine.ts'
import type { StoredRecord } from '../present-hit.ts'

export type MeilisearchDocument = Record<string, unknown> & { key: string; id: string; record: StoredRecord }

/** Meilisearch takes letters, digits, - and _ in keys: `practice:0192…` becomes `practice_3a_0192…`. */
export const keyOf = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`)

// A full stop between parts keeps phrases and nearness from reaching across.
const sentence = (tokens: readonly (string | null)[]): string => tokens.map((token) => token ?? '.').join(' ')

/** The same analysed words PostgreSQL gets, as fields. Public fields only: the document is built from the catalogue. */
export function toMeilisearch(document: SearchDocument, concepts: Concepts): MeilisearchDocument {
  const analysed = analyseDocument(document, concepts)
  const { id, type, url, texts, territories, territoriesWithin, themes, kinds, targets, periods, status, publishedAt, weight } = document
  const title = (lang: 'it' | 'en') => texts[lang]?.title ?? texts.it?.title ?? texts.en?.title ?? ''
  const light = weight < 1
  return {
    key: keyOf(id),
    id,
    record: { id, type, url, texts, territories, themes, kinds, targets, periods, status, publishedAt: publishedAt?.getTime() ?? null },
    // Definitions, bodies and take-aways come after the records they speak of: their titles count like names.
    a_title: light ? '' : sentence(analysed.title),
    a_summary: light ? '' : sentence(analysed.summary),
    a_near: sentence(light ? [...analysed.title, ...analysed.summary, ...analysed.near] : analysed.near),
    a_body: sentence(analysed.body),
    a_far: sentence(analysed.far),
    title_it: texts.it ? fold(texts.it.title) : '',
    title_en: texts.en ? fold(texts.en.title) : '',
    sort_it: fold(title('it')),
    sort_en: fold(title('en')),
    langs: textLanguages.filter((lang) => texts[lang]),
    type,
    themes,
    kinds,
    territoriesWithin,
    targets,
    periods,
    status,
    bodies: (document.bodies ?? []).map(bodyKey),
    weight,
    publishedAt: publishedAt?.getTime() ?? 0,
  }
}
