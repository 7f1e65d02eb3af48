import type { Translate } from '#app/shared/messages/translator-of.ts'
import { practiceSections } from '../practice.ts'

const fields = [
  'title_it',
  'title_en',
  'summary_it',
  'summary_en',
  'kinds',
  'themes',
  'targets',
  'territories',
  'place',
  'leads',
  'partners',
  'period_start',
  'period_end',
  'cost',
  'contact',
  'sources',
  'licence',
] as const

/** Labels of the form's fields by name: the summary of errors says which field each is about. */
export const fieldLabels = (t: Translate): Record<string, string> =>
  Object.fromEntries([
    ...fields.map((name) => [name, t(`practices.field.${name}`)] as const),
    ...practiceSections.map((key) => [key, t(`practices.section.${key}`)] as const),
  ])
