import type { GlossaryTerm } from './glossary-term.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** Terms whose name or definition, in either language, contains every word typed; accents and case do not matter. */
export function filterTerms(terms: readonly GlossaryTerm[], query: string): GlossaryTerm[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return terms.filter((term) => {
    const text = plain([term.nameIt, term.nameEn, term.definitionIt, term.definitionEn].filter(Boolean).join(' '))
    return words.every((word) => text.includes(word))
  })
}
