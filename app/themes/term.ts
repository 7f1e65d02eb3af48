import type { Lang } from '#app/shared/languages.ts'

/**
 * A managed list's entry: a theme, a kind of solution or a target group.
 *
 * Life: added → renamed any number of times → merged into another entry of its list. A merged entry stays as a pointer,
 * so that an old link or a saved filter still finds its records; nothing is ever deleted.
 */
export const termLists = ['theme', 'kind', 'target'] as const
export type TermList = (typeof termLists)[number]

export type Term = { id: string; list: TermList; code: string; name_it: string; name_en: string; name_ar: string; position: number }

/** The term's name in the reader's language: every term has all three. */
export const termName = (term: Pick<Term, 'name_it' | 'name_en' | 'name_ar'>, lang: Lang): string => term[`name_${lang}`]

/** `Portierato sociale` → `portierato_sociale`: the code of a new term, readable in addresses and exports. */
export function termCode(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
}
