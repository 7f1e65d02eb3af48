import { words } from './words.ts'

/**
 * What else a text should be found by. `both`: two names of one thing, each finds the other. `oneway`: who types the
 * first finds the second, never the reverse. `weak`: like both, but ranked below everything else.
 */
export type SynonymRule = { typed: string; finds: string; how: 'both' | 'oneway' | 'weak' }

export type Expansion = { strong: string[]; weak: string[] }

type Term = { tokens: string[]; group: number }

/**
 * Synonyms, acronyms and the glossary's translations as one graph over tokens. Texts are expanded when they are
 * indexed, so a query stays a plain list of words on every engine and `affitto stranieri` finds `rent … foreigners`.
 */
export type Concepts = {
  /** Words a text with these tokens is found by besides its own. */
  expand(tokens: readonly string[]): Expansion
  /** Tokens that make a text match this query token: for marking the word that made a hit. */
  finding(token: string): ReadonlySet<string>
}

export function buildConcepts(rules: readonly SynonymRule[]): Concepts {
  const groupOf = groupNames(rules)
  const names = new Map<number, Set<string>>()
  const inbound = new Map<number, { text: string; how: 'oneway' | 'weak' }[]>()
  for (const [text, group] of groupOf) names.set(group, (names.get(group) ?? new Set()).add(text))
  const add = (group: number, text: string, how: 'oneway' | 'weak') => inbound.set(group, [...(inbound.get(group) ?? []), { text, how }])
  for (const { typed, finds, how } of rules) {
    const [from, to] = [groupOf.get(typed), groupOf.get(finds)]
    if (how === 'both' || from === undefined || to === undefined || from === to) continue
    for (const text of names.get(from) ?? []) add(to, text, how)
    if (how === 'weak') for (const text of names.get(to) ?? []) add(from, text, how)
  }
  return graph(indexTerms(groupOf), names, inbound)
}

/** Names joined by `both` rules share a number. */
function groupNames(rules: readonly SynonymRule[]): Map<string, number> {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    const up = parent.get(name) ?? name
    return up === name ? name : root(up)
  }
  for (const { typed, finds, how } of rules) {
    for (const name of [typed, finds]) if (!parent.has(name)) parent.set(name, name)
    if (how === 'both') parent.set(root(typed), root(finds))
  }
  const numbers = new Map<string, number>()
  const number = (name: string): number => numbers.get(name) ?? numbers.set(name, numbers.size).get(name) ?? 0
  return new Map([...parent.keys()].map((name) => [name, number(root(name))]))
}

/** Terms by their first token, so that a text is read once. */
function indexTerms(groupOf: Map<string, number>): Map<string, Term[]> {
  const byFirst = new Map<string, Term[]>()
  for (const [text, group] of groupOf) {
    const tokens = words(text).map((word) => word.token)
    const first = tokens[0]
    if (first) byFirst.set(first, [...(byFirst.get(first) ?? []), { tokens, group }])
  }
  return byFirst
}

function graph(
  byFirst: Map<string, Term[]>,
  names: Map<number, Set<string>>,
  inbound: Map<number, { text: string; how: 'oneway' | 'weak' }[]>,
): Concepts {
  const found = new Map<string, Set<string>>()
  for (const terms of byFirst.values())
    for (const term of terms)
      for (const text of [...(names.get(term.group) ?? []), ...(inbound.get(term.group) ?? []).map((edge) => edge.text)]) {
        const [only, more] = words(text)
        // One word of a longer name stands for nothing by itself: "social" is not housing.
        if (only && !more) found.set(only.token, new Set([...(found.get(only.token) ?? []), ...term.tokens]))
      }
  return {
    expand(tokens) {
      const groups = new Set<number>()
      tokens.forEach((token, i) => {
        for (const term of byFirst.get(token) ?? []) if (term.tokens.every((wanted, j) => tokens[i + j] === wanted)) groups.add(term.group)
      })
      const strong = [...groups].flatMap((group) => [
        ...(names.get(group) ?? []),
        ...(inbound.get(group) ?? []).filter((edge) => edge.how === 'oneway').map((edge) => edge.text),
      ])
      const weak = [...groups].flatMap((group) => (inbound.get(group) ?? []).filter((edge) => edge.how === 'weak').map((edge) => edge.text))
      return { strong: [...new Set(strong)], weak: [...new Set(weak)] }
    },
    finding: (token) => found.get(token) ?? new Set(),
  }
}
