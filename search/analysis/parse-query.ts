import { withoutFrame } from './question-frames.ts'
import { words, wordsOrAll } from './words.ts'

export type QueryWord = { word: string; token: string; start: number; end: number }

/** What somebody typed, understood. Words must all be there, phrases in their order, excluded ones not at all. */
export type ParsedQuery = {
  /** The text as read: control characters gone, at most 400 characters. */
  text: string
  words: QueryWord[]
  phrases: string[][]
  excluded: string[][]
  /** It asks what something is: the glossary's answer is meant. */
  definition: boolean
}

const LONGEST_QUERY = 400
/** Meilisearch looks at ten words; both engines do. */
export const MOST_WORDS = 10
const quoted = /(^|[\s(])(-?)["“”«„]([^"“”»«„]*)["“”»]/g
const excludedWord = /(^|\s)-(?=[\p{L}\p{N}])([^\s]+)/gu

/** Total: any string gives a query, possibly without words. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed
    .slice(0, LONGEST_QUERY)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, ' ')
    .trim()
  const phrases: string[][] = []
  const excluded: string[][] = []
  const tokensOf = (part: string) => words(part).map((word) => word.token)
  // Blanked, not cut: positions of the remaining words stay those of the text.
  const blank = (part: string, before: string) => before + ' '.repeat(part.length - before.length)
  const loose = text
    .replace(quoted, (part, before: string, minus: string, inside: string) => {
      const tokens = tokensOf(inside)
      if (tokens.length > 0) (minus ? excluded : phrases).push(tokens)
      return blank(part, before)
    })
    .replace(excludedWord, (part, before: string, inside: string) => {
      const tokens = tokensOf(inside)
      if (tokens.length > 0) excluded.push(tokens)
      return blank(part, before)
    })
  const frame = withoutFrame(loose)
  const inside = words(frame.text)
  const all = () => (phrases.length + excluded.length > 0 ? words(loose) : wordsOrAll(loose))
  const asked = inside.length > 0 ? inside : all()
  const found = new Map(asked.map(({ word, token, start, end }) => [token, { word, token, start, end }]))
  return {
    text,
    words: [...found.values()].slice(0, MOST_WORDS),
    phrases: phrases.slice(0, 5),
    excluded: excluded.slice(0, 5),
    definition: frame.definition && inside.length > 0,
  }
}

/** True when there is something to look for; a query of stop words or punctuation has nothing. */
export const asksForWords = (query: ParsedQuery): boolean => query.words.length > 0 || query.phrases.length > 0

/** The text with some words replaced: "did you mean". */
export function withCorrections(query: ParsedQuery, corrections: ReadonlyMap<string, string>): string {
  let text = query.text
  for (const word of [...query.words].sort((a, b) => b.start - a.start)) {
    const better = corrections.get(word.word)
    if (better) text = text.slice(0, word.start) + better + text.slice(word.end)
  }
  return text
}
