import { expect, it } from 'vitest'
import { filterTerms } from './filter-terms.ts'

const term = (nameIt: string, nameEn: string, definitionIt: string | null = null) => ({
  slug: nameIt,
  nameIt,
  nameEn,
  definitionIt,
  definitionEn: null,
})
const terms = [
  term('équipe multidisciplinare', 'multidisciplinary team'),
  term("tutor dell'abitare", 'housing tutor'),
  term('sfratto', 'eviction', 'Rilascio forzato'),
]

it.each([
  ['equipe', ['équipe multidisciplinare']],
  ['dell’abitare', ["tutor dell'abitare"]],
  ['HOUSING tutor', ["tutor dell'abitare"]],
  ['forzato', ['sfratto']],
  ['astronave', []],
  ['  ', terms.map((each) => each.nameIt)],
])('searching "%s" finds %j', (query, names) => {
  expect(filterTerms(terms, query).map((each) => each.nameIt)).toEqual(names)
})
