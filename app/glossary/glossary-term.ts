/** When terms or definitions that come with the product last changed: moves with db/reference. */
export const glossaryUpdatedOn = '2026-11-22'

/** A word of the glossary, in Italian and English; anchors `#slug` are addresses. */
export type GlossaryTerm = {
  slug: string
  nameIt: string
  nameEn: string
  definitionIt: string | null
  definitionEn: string | null
}

/** A term with the words people type for it, as editors see it. */
export type KeptTerm = GlossaryTerm & { also: string[] }

/** In the place of a slug: the address of a term that is not there yet. */
export const newTerm = 'nuova'

/**
 * The ways a text may write a term: "edilizia residenziale pubblica (ERP)" is also "ERP", "educatore / educatrice"
 * is either. A remark in brackets that is neither an acronym nor a full name is dropped.
 */
export function spellings(name: string): string[] {
  const [, outside = name, inside] = /^(.*?)\s*\(([^)]*)\)\s*$/.exec(name) ?? []
  const either = outside.split(' / ').map((part) => part.trim())
  // Of the two, one is the acronym: "SAI (Sistema Accoglienza Integrazione)" or "zona sociale (ZS)".
  const named = inside !== undefined && (isAcronym(inside) || isAcronym(outside))
  return (named ? [...either, inside.trim()] : either).filter((spelling) => spelling !== '')
}

/** Acronyms are matched letter by letter, case included: SAI is not "sai" (you know). */
export const isAcronym = (text: string): boolean => /^[\p{Lu}\d][\p{L}\d]{1,6}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text)

/** Letter under which the list shows a name: accents dropped, digits and signs under #. */
export function initialOf(name: string): string {
  const letter = name.normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(letter) ? letter : '#'
}
