import type { AnalysedDocument, Tokens } from '../analysis/analyse-document.ts'
import { wholeTitle } from './vector-text.ts'

/**
 * What a record is found by, as lexemes of one tsvector without positions, so that one index answers words, fields,
 * phrases and filters together and no row is read to find out. Words are tokens (letters and digits only); everything
 * else has a sign in front that no token has.
 */
export const keyOf = {
  /** Anywhere in the record. */
  word: (token: string): string => token,
  /** In the title. */
  title: (token: string): string => `/${token}`,
  /** In title, summary or names. */
  head: (token: string): string => `.${token}`,
  /** A title that is just this. */
  name: (tokens: readonly string[]): string => `=${wholeTitle(tokens)}`,
  /** Two words side by side, as one of a million numbers: all pairs would be more than all words. */
  pair: (first: string, second: string): string => `+${hashed(`${first} ${second}`)}`,
  headPair: (first: string, second: string): string => `:${hashed(`${first} ${second}`)}`,
  facet: (name: string, value: string): string => `#${name}=${value}`,
  /** Every record has it: what `without` is taken from. */
  any: (): string => '*',
  /** One record in `SAMPLED` has it: what is in more records than are counted is counted among these. */
  sample: (): string => '%',
}

export const SAMPLED = 16

/** Whether a record is one of the sample: by its id, so always the same ones. */
export function inSample(id: string): boolean {
  const hash = fnv(id)
  return ((hash >>> 15) ^ hash) % SAMPLED === 0
}

/** FNV-1a. */
function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Cut to 20 bits. */
function hashed(text: string): string {
  const hash = fnv(text)
  return ((hash >>> 12) ^ (hash & 0xfffff)).toString(36)
}

/** As text that casts to tsvector or tsquery: quoted, whatever it holds. */
export const lexeme = (key: string): string => (/['\\]/.test(key) ? `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${key}'`)

/** All keys of a record, to be cast with ::tsvector. */
export function keysText(document: AnalysedDocument, facets: readonly string[]): string {
  const keys = new Set([keyOf.any(), ...facets])
  const head = [...document.title, null, ...document.summary, null, ...document.near]
  for (const token of document.title) if (token !== null) keys.add(keyOf.title(token))
  for (const title of partsOf(document.title)) keys.add(keyOf.name(title))
  for (const token of head) if (token !== null) keys.add(keyOf.head(token))
  for (const [first, second] of pairsOf(head)) keys.add(keyOf.headPair(first, second))
  const all = [...head, null, ...document.body, null, ...document.far]
  for (const token of all) if (token !== null) keys.add(keyOf.word(token))
  for (const [first, second] of pairsOf(all)) keys.add(keyOf.pair(first, second))
  return [...keys].map(lexeme).join(' ')
}

/** Neighbours, not across the end of a text. */
export const pairsOf = (tokens: Tokens): [string, string][] =>
  tokens.flatMap((token, i): [string, string][] => {
    const next = tokens[i + 1]
    return token !== null && next ? [[token, next]] : []
  })

/** The texts of one field, e.g. its titles. */
export function partsOf(tokens: Tokens): string[][] {
  const parts: string[][] = [[]]
  for (const token of tokens) {
    if (token === null) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.filter((part) => part.length > 0)
}
