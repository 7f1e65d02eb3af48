import type { ResolvedQuery } from './vocabulary.ts'

/** A word of the question and its share of what was meant; shares add up to 1. */
export type Share = { token: string; share: number }

/** Words of phrases are not looked up in the vocabulary; taken as neither rare nor common. */
export const UNCOUNTED = 100
/** Who names a place means it more than the words around it. */
export const PLACE = 1.5

/** What was meant, in shares of one: words that few records hold say more. A word nobody printed says nothing. */
export function sharesOf(
  tokens: readonly string[],
  { counts, size, places }: Pick<ResolvedQuery, 'counts' | 'size' | 'places'>,
  place = 1,
): Share[] {
  const weights = tokens.map((token) => {
    const count = counts.get(token) ?? 0
    return { token, share: count === 0 ? 0 : Math.log(1 + Math.max(size, count) / (count + 1)) * (places.has(token) ? place : 1) }
  })
  const sum = weights.reduce((total, { share }) => total + share, 0)
  // Nothing is printed: each as much as another.
  return weights.map(({ token, share }) => ({ token, share: sum === 0 ? 1 / tokens.length : share / sum }))
}

/**
 * How much of the question a record has to hold: about half, of long questions less; a place alone is enough of a short
 * one ("dormire a Firenze"), and of "X and Y, what are they" each alone.
 */
export function thresholdOf(shares: readonly Share[], { definition, places }: ResolvedQuery): number {
  const least = definition ? 0.3 : shares.length > 3 ? 0.35 : shares.length > 2 ? 0.4 : 0.5
  const named = shares.length > 3 ? [] : shares.filter(({ token, share }) => places.has(token) && share > 0.2)
  return Math.min(least, ...named.map(({ share }) => share))
}

/** The sets of words worth so much of the question and not one word more than it takes, the worthiest first. */
export function leastSets(shares: readonly Share[], threshold: number, most: number): string[][] {
  const sorted = shares.toSorted((a, b) => b.share - a.share)
  const sets: { tokens: string[]; worth: number }[] = []
  const grow = (from: number, tokens: string[], worth: number): void => {
    if (worth >= threshold - 1e-9) sets.push({ tokens, worth })
    else sorted.slice(from).forEach(({ token, share }, i) => share > 0 && grow(from + i + 1, [...tokens, token], worth + share))
  }
  grow(0, [], 0)
  return sets
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, most)
    .map(({ tokens }) => tokens)
}
