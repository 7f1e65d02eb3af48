import type { SearchEngine } from './engine.ts'

export type FallbackOptions = {
  /** Told once when the primary goes away, with why. */
  onAway?: (error: unknown) => void
  /** Told once when it answers again: the moment to catch up. */
  onBack?: () => void
  /** While away the primary is asked again only this often. Default 2 s. */
  retryMs?: number
}

/**
 * One engine out of two: the primary answers; when it fails, the fallback answers the same request, and `engine` in
 * the result says so. While the primary is away readers do not wait for it each time.
 */
export function withFallback(
  primary: SearchEngine,
  fallback: SearchEngine,
  { onAway, onBack, retryMs = 2_000 }: FallbackOptions = {},
): SearchEngine {
  let awayUntil = 0
  let away = false
  async function ask<T>(question: (engine: SearchEngine) => Promise<T>): Promise<T> {
    if (Date.now() < awayUntil) return question(fallback)
    // Whoever asks next while this one finds out goes to the fallback.
    if (away) awayUntil = Date.now() + retryMs
    try {
      const answer = await question(primary)
      if (away) onBack?.()
      away = false
      awayUntil = 0
      return answer
    } catch (error) {
      if (!away) onAway?.(error)
      away = true
      awayUntil = Date.now() + retryMs
      return question(fallback)
    }
  }
  const both = async (act: (engine: SearchEngine) => Promise<unknown>) => {
    const done = await Promise.allSettled([act(fallback), act(primary)])
    for (const result of done) if (result.status === 'rejected') throw result.reason
  }
  return {
    name: primary.name,
    search: (query) => ask((engine) => engine.search(query)),
    suggest: (text, lang, limit) => ask((engine) => engine.suggest(text, lang, limit)),
    upsert: (documents) => both((engine) => engine.upsert(documents)),
    remove: (ids) => both((engine) => engine.remove(ids)),
    async rebuild(source) {
      await fallback.rebuild(source)
      return primary.rebuild(source)
    },
    ids: () => primary.ids(),
    // Search answers as long as the fallback does; the detail tells what is missing.
    health: async () => {
      try {
        return await primary.health()
      } catch (error) {
        return {
          ...(await fallback.health()),
          detail: `${primary.name} is away: ${error instanceof Error ? error.message : String(error)}`,
        }
      }
    },
  }
}
