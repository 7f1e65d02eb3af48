import { editDistance } from './edit-distance.ts'
import { type ParsedQuery, withCorrections } from './parse-query.ts'

/** What is printed somewhere in the index; both engines ask the same one. */
export type Vocabulary = {
  /** Number of records per token, for tokens that exist. */
  counts(tokens: readonly string[]): Promise<Map<string, number>>
  /** Printed words that begin like this one or share trigrams with it, the likelier first. */
  candidates(word: string): Promise<Candidate[]>
  /** Printed words that begin so, the commonest first, at most 8. */
  endings(beginning: string): Promise<{ word: string; token: string }[]>
}

export type Candidate = { word: string; token: string; documents: number }

export type ResolvedQuery = ParsedQuery & {
  /** Records per token of the query; 0 for a word nobody printed. */
  counts: ReadonlyMap<string, number>
  /** The text with unknown words corrected, when any was. */
  suggestion: string | null
}

/**
 * Corrects the words no record holds, and only those: a word that is printed anywhere means itself. A beginning of a
 * word becomes the commonest word that begins so; a typo the nearest printed word, within one edit up to seven letters
 * and two beyond.
 */
export async function resolveQuery(query: ParsedQuery, vocabulary: Vocabulary): Promise<ResolvedQuery> {
  const counts = new Map(await vocabulary.counts(query.words.map((word) => word.token)))
  const corrections = new Map<string, string>()
  const words = await Promise.all(
    query.words.map(async (word) => {
      if (counts.has(word.token)) return word
      const better = nearest(word.word, await vocabulary.candidates(word.word))
      if (!better) return word
      corrections.set(word.word, better.word)
      counts.set(better.token, better.documents)
      return { ...word, token: better.token }
    }),
  )
  const unique = [...new Map(words.map((word) => [word.token, word])).values()]
  return { ...query, words: unique, counts, suggestion: corrections.size > 0 ? withCorrections(query, corrections) : null }
}

function nearest(word: string, candidates: Candidate[]): Candidate | undefined {
  if (word.length < 4 || /\p{N}/u.test(word)) return undefined
  const most = word.length < 8 ? 1 : 2
  const judged = candidates.map((candidate) => {
    const edits = editDistance(word, candidate.word, most)
    // People get the first letter right, mostly.
    const distance = edits > most ? Infinity : edits + (candidate.word[0] === word[0] ? 0 : 0.5)
    const begins = candidate.word.startsWith(word)
    return { candidate, distance: begins ? Math.min(distance, word.length >= 5 ? 1.2 : 1.6) : distance }
  })
  const within = judged.filter(({ distance }) => distance < Infinity)
  within.sort(
    (a, b) => a.distance - b.distance || b.candidate.documents - a.candidate.documents || (a.candidate.word < b.candidate.word ? -1 : 1),
  )
  return within[0]?.candidate
}
