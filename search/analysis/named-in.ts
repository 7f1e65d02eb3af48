import { wordsOrAll } from './words.ts'

/** Every run of neighbouring words: of three words, six. */
export const runsOf = (tokens: readonly string[]): string[][] =>
  tokens.flatMap((_, from) => tokens.slice(from).map((__, i) => tokens.slice(from, from + i + 1)))

/** How a title answers a question: 2 it is the question, 1 it is part of it ("progetto ancora parma"), 0 neither. */
export function namedIn(title: string, tokens: readonly string[]): 0 | 1 | 2 {
  const own = wordsOrAll(title)
    .map((word) => word.token)
    .join(' ')
  if (own === '') return 0
  if (own === tokens.join(' ')) return 2
  return runsOf(tokens).some((run) => run.join(' ') === own) ? 1 : 0
}
