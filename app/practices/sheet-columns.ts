import type { PracticeInput } from './practice.schema.ts'

/** A country's two letters from the chosen places; everything that is not `paese:…` is in Italy. */
export function countryOf(territories: readonly string[]): string {
  const countries = territories.map((id) => (id.startsWith('paese:') ? id.slice(6) : 'IT'))
  return new Set(countries).size > 1 && !countries.includes('IT') ? 'EU' : (countries.at(0) ?? 'IT')
}

/** The form's fields that are columns of the sheet. */
export const sheetColumns = (input: PracticeInput) => ({
  type: input.type,
  title_it: input.title_it,
  title_en: input.title_en,
  summary_it: input.summary_it,
  summary_en: input.summary_en,
  place: input.place,
  country: countryOf(input.territories),
  period_start: input.period_start || null,
  period_end: input.period_end || null,
  ongoing: input.ongoing,
  cost: input.cost,
  contact: input.contact,
  licence: input.licence,
  lesson: input.lesson,
})
