import { describe, expect, it, vi } from 'vitest'
import type { SearchEngine, SearchResult } from './engine.ts'
import { withFallback } from './with-fallback.ts'

function anEngine(name: SearchEngine['name'], overrides: Partial<SearchEngine> = {}): SearchEngine {
  const result: SearchResult = {
    total: 1,
    hits: [],
    groups: [],
    facets: {},
    capped: false,
    suggestion: null,
    relaxed: false,
    engine: name,
    tookMs: 1,
  }
  return {
    name,
    search: () => Promise.resolve(result),
    suggest: () => Promise.resolve([{ kind: 'term', text: name }]),
    upsert: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    rebuild: () => Promise.resolve(0),
    ids: () => Promise.resolve([]),
    health: () => Promise.resolve({ ok: true, engine: name, documents: 1 }),
    ...overrides,
  }
}
const away = () => Promise.reject(new Error('connection refused'))
const query = { text: 'casa', lang: 'it' as const }

describe('With a fallback', () => {
  it('the primary answers while it is there', async () => {
    const engine = withFallback(anEngine('meilisearch'), anEngine('postgres'))
    expect((await engine.search(query)).engine).toBe('meilisearch')
  })

  it('the same request is answered by the other when the primary fails, and says so', async () => {
    const engine = withFallback(anEngine('meilisearch', { search: away, suggest: away, health: away }), anEngine('postgres'))
    expect((await engine.search(query)).engine).toBe('postgres')
    expect(await engine.suggest('cas', 'it')).toEqual([{ kind: 'term', text: 'postgres' }])
    expect(await engine.health()).toMatchObject({
      ok: true,
      engine: 'postgres',
      detail: expect.stringContaining('connection refused') as string,
    })
  })

  it('readers do not wait for an absent primary each time, and its return is told once', async () => {
    vi.useFakeTimers()
    const search = vi.fn(away)
    const [onAway, onBack] = [vi.fn(), vi.fn()]
    const primary = anEngine('meilisearch', { search })
    const engine = withFallback(primary, anEngine('postgres'), { onAway, onBack, retryMs: 1_000 })
    for (let i = 0; i < 5; i++) await engine.search(query)
    expect(search).toHaveBeenCalledTimes(1)
    primary.search = anEngine('meilisearch').search
    vi.advanceTimersByTime(1_100)
    expect((await engine.search(query)).engine).toBe('meilisearch')
    await engine.search(query)
    expect(onAway).toHaveBeenCalledTimes(1)
    expect(onBack).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
  })

  it('a write that one of the two refuses is a failed write, though the other has it', async () => {
    const upsert = vi.fn(() => Promise.resolve())
    const engine = withFallback(anEngine('meilisearch', { upsert: away }), anEngine('postgres', { upsert }))
    await expect(engine.upsert([])).rejects.toThrow('connection refused')
    expect(upsert).toHaveBeenCalled()
  })
})
