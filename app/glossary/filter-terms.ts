import type { GlossaryTerm, KeptTerm } from './glossary-term.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

/** Terms whose name, definition (in either language) or typed words contain every word asked; accents and case do not matter. */
export function filterTerms<Term extends GlossaryTerm & Partial<KeptTerm>>(terms: readonly Term[], query: string): Term[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return terms.filter((term) => {
    const text = plain([term.nameIt, term.nameEn, term.definitionIt, term.definitionEn, ...(term.also ?? [])].filter(Boolean).join(' '))
    return words.every((word) => text.includes(word))
  })
}
