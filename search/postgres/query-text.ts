import type { ResolvedQuery } from '../analysis/vocabulary.ts'

// Tokens hold letters and digits only (analysis/words.ts), so quoting them is enough to be safe in a tsquery.
const lexeme = (token: string): string => `'${token}'`
const phrase = (tokens: readonly string[]): string => `(${tokens.map(lexeme).join(' <-> ')})`

/** tsquery texts of a resolved query, to be cast with ::tsquery; null where there is nothing to ask. */
export type QueryTexts = {
  /** All words, all phrases, none of the excluded. */
  all: string | null
  /** Any word; phrases and exclusions stay. */
  any: string | null
  /** All words in the title. */
  title: string | null
  /** Words next to each other. */
  adjacent: string | null
}

export function queryTexts(query: ResolvedQuery): QueryTexts {
  const tokens = query.words.map((word) => word.token)
  const fixed = [...query.phrases.map(phrase), ...query.excluded.map((words) => `!${phrase(words)}`)]
  const join = (parts: string[]) => (parts.length > 0 ? parts.join(' & ') : null)
  const allTokens = [...tokens, ...query.phrases.flat()]
  return {
    all: join([...tokens.map(lexeme), ...fixed]),
    any: join([...(tokens.length > 0 ? [`(${tokens.map(lexeme).join(' | ')})`] : []), ...fixed]),
    title: join(allTokens.map((token) => `${lexeme(token)}:A`)),
    adjacent: tokens.length > 1 ? phrase(tokens) : null,
  }
}
