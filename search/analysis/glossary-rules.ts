import type { SynonymRule } from './concepts.ts'

type GlossaryWords = { name_it: string; name_en: string; also: readonly string[] }

/**
 * The glossary as synonym rules: Italian and English names of a term find each other. `a / b` are two names,
 * `name (ACR)` or `ACR (name)` a name and its acronym; other brackets are remarks and are left out. `also` are words people
 * type: they find the term, and the term does not find them.
 */
export function glossaryRules(terms: readonly GlossaryWords[]): SynonymRule[] {
  return terms.flatMap((term) => {
    const names = [...namesOf(term.name_it), ...namesOf(term.name_en)]
    const [first, ...others] = names
    if (first === undefined) return []
    const rule = (how: SynonymRule['how']) => (name: string) => ({ typed: name, finds: first, how })
    const known = new Set(names)
    return [
      ...others.filter((name) => name !== first).map(rule('both')),
      ...term.also.filter((word) => !known.has(word)).map(rule('oneway')),
    ]
  })
}

function namesOf(text: string): string[] {
  return text.split(/\s+\/\s+/).flatMap((name) => {
    const bracket = /^(.*?)\s*\(([^)]*)\)\s*$/.exec(name)
    if (!bracket) return [name.trim()].filter(Boolean)
    const [, outside = '', inside = ''] = bracket
    const isAcronym = (word: string) => /^[A-Z][A-Za-z]{1,6}$/.test(word) && /[A-Z]$/.test(word)
    return isAcronym(inside) || isAcronym(outside) ? [outside.trim(), inside.trim()] : [outside.trim()]
  })
}
