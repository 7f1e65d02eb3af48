import { bodyKey } from './body-key.ts'
import { editDistance } from './edit-distance.ts'
import { demonymRoot, infinitives, relatives } from './families.ts'
import { MOST_WORDS, type ParsedQuery, type QueryWord, withCorrections } from './parse-query.ts'
import { stem } from './stem.ts'
import { prefixes } from './words.ts'

/** What is printed somewhere in the index; both engines ask the same one. */
export type Vocabulary = {
  /** Number of records per token, for tokens that exist. */
  counts(tokens: readonly string[]): Promise<Map<string, number>>
  /** Printed words that begin like this one or share trigrams with it, the likelier first. */
  candidates(word: string): Promise<Candidate[]>
  /** Printed words that begin so, the commonest first, at most 8. */
  endings(beginning: string): Promise<{ word: string; token: string }[]>
  /** Number of records. */
  size(): Promise<number>
  /** Of these names of bodies (`bodyKey`) those that a body of ours has. */
  bodies?(keys: readonly string[]): Promise<Set<string>>
  /** Of these tokens those that name a place. */
  places(tokens: readonly string[]): Promise<Set<string>>
}

export type Candidate = { word: string; token: string; documents: number }

export type ResolvedQuery = ParsedQuery & {
  /** Records per token of the query; 0 for a word nobody printed. */
  counts: ReadonlyMap<string, number>
  /** Number of records in the index. */
  size: number
  /** Tokens of the query that name a place. */
  places: ReadonlySet<string>
  /** Bodies the records must be of (`bodyKey`). */
  bodies: readonly string[]
  /** The text with unknown words corrected, when any was. */
  suggestion: string | null
}

/** A page. */
const FEW = 20
const COMMON = 10_000

/**
 * With few records that hold all words, those that hold most of them follow. Not when a word is so common that reading
 * all its records would take longer than a reader waits.
 */
export function wantsMore(query: ResolvedQuery, found: number): boolean {
  if (found >= FEW || query.words.length < 2) return false
  return found === 0 || query.words.every(({ token }) => (query.counts.get(token) ?? 0) <= COMMON)
}

/**
 * Corrects the words no record holds, and only those: a word that is printed anywhere means itself. Two words that are
 * printed as one are joined; a beginning of a word becomes the commonest word that begins so; a typo the nearest
 * printed word, within one edit up to seven letters and two beyond; a word that is two printed ones is parted.
 */
export async function resolveQuery(
  asked: ParsedQuery,
  vocabulary: Vocabulary,
  { bodies: named = [] }: { bodies?: readonly string[] } = {},
): Promise<ResolvedQuery> {
  const keys = named.map(bodyKey)
  const bodies = vocabulary.bodies && keys.length > 0 ? [...(await vocabulary.bodies(keys))] : []
  // What is a body of ours filters; it need not be read as words too.
  const query = { ...asked, phrases: asked.phrases.filter((phrase) => !bodies.includes(phrase.join(' '))) }
  const joins = joinsOf(query)
  const tokens = [...query.words, ...joins].flatMap((word) => [word.token, ...infinitives(word.word), ...relatives(word.word, word.token)])
  const counts = new Map(await vocabulary.counts([...new Set(tokens)]))
  const corrections = new Map<string, string>()
  const words = await Promise.all(
    joined(query.words, joins, counts).map(async (given) => {
      const word = inBaseForm(given, counts)
      if (counts.has(word.token)) return [word]
      const kin = relatives(word.word, word.token).find((token) => counts.has(token))
      if (kin) return [{ ...word, token: kin }]
      const place = await placeOf(word.word, vocabulary)
      if (place) {
        counts.set(place.token, place.documents)
        return [{ ...word, token: place.token }]
      }
      const better = await correct(word.word, vocabulary)
      if (better.length === 0) return [word]
      corrections.set(word.word, better.map((each) => each.word).join(' '))
      for (const { token, documents } of better) counts.set(token, documents)
      return better.map(({ token }) => ({ ...word, token }))
    }),
  )
  const unique = [...new Map(words.flat().map((word) => [word.token, word])).values()].slice(0, MOST_WORDS)
  const [size, places] = await Promise.all([vocabulary.size(), vocabulary.places(unique.map((word) => word.token))])
  return {
    ...query,
    words: unique,
    counts,
    size,
    places,
    bodies,
    suggestion: corrections.size > 0 ? withCorrections(query, corrections) : null,
  }
}

/** A verb in the third person plural is asked as its infinitive when that is printed more often; `toscano` never is. */
function inBaseForm(word: QueryWord, counts: ReadonlyMap<string, number>): QueryWord {
  const base = infinitives(word.word).find((token) => (counts.get(token) ?? 0) > (counts.get(word.token) ?? 0))
  return base ? { ...word, token: base } : word
}

/** The place somebody is from whose demonym nobody printed: `torinese` asks for Torino. */
async function placeOf(word: string, vocabulary: Vocabulary): Promise<{ token: string; documents: number } | null> {
  const root = demonymRoot(word)
  if (!root) return null
  const tokens = [...new Set([root, ...'aeio'].map((ending) => stem(ending === root ? root : root + ending)))]
  const [counts, places] = await Promise.all([vocabulary.counts(tokens), vocabulary.places(tokens)])
  const [token, documents] = [...counts].filter(([each]) => places.has(each)).toSorted((a, b) => b[1] - a[1])[0] ?? []
  return token && documents ? { token, documents } : null
}

/** Neighbouring words of the query as one: `senza tetto`, `co progettazione`, `sifor ref`. */
function joinsOf({ words, text }: ParsedQuery): QueryWord[] {
  return words.flatMap((first, i) => {
    const second = words[i + 1]
    // Stop words and signs between them keep two words two.
    if (!second || !/^[\s-]*$/.test(text.slice(first.end, second.start))) return []
    const word = first.word + second.word
    return [{ word, token: stem(word), start: first.start, end: second.end }]
  })
}

/** Joined where the whole is printed and one of the halves is not, or is no word by itself: `co progettare`. */
function joined(words: QueryWord[], joins: QueryWord[], counts: ReadonlyMap<string, number>): QueryWord[] {
  const known = (each: { word: string; token: string }) =>
    [each.token, ...relatives(each.word, each.token)].some((token) => counts.has(token))
  const better = joins.filter(({ word, token, start, end }) => {
    const halves = words.filter((word) => word.start >= start && word.end <= end)
    return known({ word, token }) && halves.some((half) => !counts.has(half.token) || prefixes.has(half.word))
  })
  const apart = words.filter((word) => !better.some((join) => word.start >= join.start && word.end <= join.end))
  return [...apart, ...better].sort((a, b) => a.start - b.start)
}

async function correct(word: string, vocabulary: Vocabulary): Promise<Candidate[]> {
  if (word.length < 4 || /\p{N}/u.test(word)) return []
  const near = nearest(word, await vocabulary.candidates(word))
  if (near && near.distance <= 1) return [near.candidate]
  const halves = await parted(word, vocabulary)
  if (halves.length > 0) return halves
  return near ? [near.candidate] : []
}

/** Two printed words written as one, of at least four letters each; the pair whose rarer half is the commonest. */
async function parted(word: string, vocabulary: Vocabulary): Promise<Candidate[]> {
  const pairs = Array.from({ length: Math.max(0, word.length - 7) }, (_, i) =>
    [word.slice(0, i + 4), word.slice(i + 4)].map((half) => ({
      word: half,
      token: stem(half),
    })),
  )
  if (pairs.length === 0) return []
  const counts = await vocabulary.counts(pairs.flat().map((half) => half.token))
  const judged = pairs.map((pair) => pair.map((half) => ({ ...half, documents: counts.get(half.token) ?? 0 })))
  const rarer = (pair: Candidate[]) => Math.min(...pair.map((half) => half.documents))
  const best = judged.toSorted((a, b) => rarer(b) - rarer(a))[0]
  return best && rarer(best) > 0 ? best : []
}

function nearest(word: string, candidates: Candidate[]): { candidate: Candidate; distance: number } | undefined {
  const most = word.length < 8 ? 1 : 2
  const trunk = word.replace(/(?:[aeiou]+|s)$/, '')
  const judged = candidates.map((candidate) => {
    const edits = editDistance(word, candidate.word, most)
    // People get the first letter right, mostly.
    const distance = edits > most ? Infinity : edits + (candidate.word[0] === word[0] ? 0 : 0.5)
    const begins = candidate.word.startsWith(word)
    const family = trunk.length >= 6 && candidate.word.startsWith(trunk)
    const related = begins ? (word.length >= 5 ? 1.2 : 1.6) : family ? 1.3 : Infinity
    return { candidate, distance: Math.min(distance, related) }
  })
  const within = judged.filter(({ distance }) => distance < Infinity)
  within.sort(
    (a, b) => a.distance - b.distance || b.candidate.documents - a.candidate.documents || (a.candidate.word < b.candidate.word ? -1 : 1),
  )
  return within[0]
}
