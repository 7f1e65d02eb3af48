import type { SynonymRule } from './concepts.ts'

/**
 * The glossary as synonym rules: Italian and English names of a term find each other. `a / b` are two names,
 * `name (ACR)` or `ACR (name)` a name and its acronym; other brackets are remarks and are left out.
 */
export function glossaryRules(terms: readonly { name_it: string; name_en: string }[]): SynonymRule[] {
  return terms.flatMap((term) => {
    const names = [...namesOf(term.name_it), ...namesOf(term.name_en)]
    const [first, ...others] = names
    return first ? others.filter((name) => name !== first).map((name) => ({ typed: name, finds: first, how: 'both' as const })) : []
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
