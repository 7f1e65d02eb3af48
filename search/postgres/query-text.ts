import type { ResolvedQuery } from '../analysis/vocabulary.ts'
import { wholeTitle } from './vector-text.ts'
import { runsOf } from '../analysis/named-in.ts'

// Tokens hold letters and digits only (analysis/words.ts), so quoting them is enough to be safe in a tsquery.
const lexeme = (token: string): string => `'${token}'`
const phrase = (tokens: readonly string[]): string => `(${tokens.map(lexeme).join(' <-> ')})`

/** tsquery texts of a resolved query, to be cast with ::tsquery; null where there is nothing to ask. */
export type QueryTexts = {
  /** All words, all phrases. */
  all: string | null
  /** Any word; phrases stay. */
  any: string | null
  /** What title, summary and names may not hold. A text of many pages may well mention it in passing. */
  excluded: string | null
  /** All words in the title. */
  title: string | null
  /** Words next to each other. */
  adjacent: string | null
  /** A title that says just this. */
  name: string | null
  /** A title that is part of the question: "progetto ancora parma" names ÀNCORA. */
  holdsName: string | null
}

export function queryTexts(query: ResolvedQuery): QueryTexts {
  const tokens = query.words.map((word) => word.token)
  const fixed = query.phrases.map(phrase)
  const join = (parts: string[]) => (parts.length > 0 ? parts.join(' & ') : null)
  const allTokens = [...tokens, ...query.phrases.flat()]
  return {
    all: join([...tokens.map(lexeme), ...fixed]),
    any: join([...(tokens.length > 0 ? [`(${tokens.map(lexeme).join(' | ')})`] : []), ...fixed]),
    excluded: query.excluded.length > 0 ? query.excluded.map(phrase).join(' | ') : null,
    title: join(allTokens.map((token) => `${lexeme(token)}:A`)),
    name: allTokens.length > 0 ? lexeme(wholeTitle(allTokens)) : null,
    holdsName:
      tokens.length > 1
        ? runsOf(tokens)
            .map((run) => lexeme(wholeTitle(run)))
            .join(' | ')
        : null,
    adjacent: tokens.length > 1 ? phrase(tokens) : null,
  }
}
