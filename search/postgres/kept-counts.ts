import type { Counted } from './counts-sql.ts'

/** What was counted for questions of late, as long as the index is the same: pages of one search, and searches without words, ask the same again. */
export type KeptCounts = { get: (version: string, question: string, count: () => Promise<Counted>) => Promise<Counted> }

/** Keeps the last `most` counts. A new version of the index forgets them all. */
export function keepCounts(most: number): KeptCounts {
  let current = ''
  const known = new Map<string, Counted>()
  return {
    async get(version, question, count) {
      if (version !== current) known.clear()
      current = version
      const kept = known.get(question)
      if (kept) {
        known.delete(question)
        known.set(question, kept) // used last, forgotten last
        return kept
      }
      const made = await count()
      // Meanwhile the index may have changed, and another question brought its new version.
      if (version === current && most > 0) known.set(question, made)
      const oldest = known.size > most ? known.keys().next().value : undefined
      if (oldest !== undefined) known.delete(oldest)
      return made
    },
  }
}
