import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { compareWithCatalogue } from './indexing.ts'
import { openSearch } from './open-search.ts'
import { hasMeilisearch, openTestEngines, type TestEngines } from './relevance/test-engines.ts'

const { db } = await useTestDatabase()
const log = { info: vi.fn(), warn: vi.fn() }
const query = { text: 'abete', lang: 'it' as const }

beforeAll(async () => {
  await anOrganisation(db, { name: 'Cooperativa Abete' })
})

describe('Opening search', () => {
  it('fills an empty index before it answers, once for all parts that start at the same moment', async () => {
    const parts = await Promise.all(['web', 'collab', 'worker'].map(() => openSearch({ db, env: {}, log })))
    for (const part of parts) expect((await part.engine.search(query)).total).toBe(1)
    const { engine, greeting } = parts[0]!
    expect(greeting).toBe('Search: PostgreSQL')
    expect((await engine.search(query)).total).toBe(1)
  })

  it('does not wait for a Meilisearch that is away: PostgreSQL answers, and health says why', async () => {
    const { engine, engines } = await openSearch({ db, env: { MEILI_URL: 'http://127.0.0.1:9', MEILI_API_KEY: 'any' }, log })
    expect(engines.map((each) => each.name)).toEqual(['postgres', 'meilisearch'])
    expect((await engine.search(query)).engine).toBe('postgres')
    expect(await engine.health()).toMatchObject({
      ok: true,
      engine: 'postgres',
      detail: expect.stringContaining('meilisearch is away') as string,
    })
    expect(log.warn).toHaveBeenCalledWith(expect.anything(), 'Meilisearch is away, PostgreSQL answers searches')
  })
})

describe.runIf(hasMeilisearch())('Opening search with Meilisearch', () => {
  let opened: TestEngines
  beforeAll(async () => {
    opened = await openTestEngines(db)
  })
  afterAll(() => opened.stop())

  it('refuses to start with a key the server does not know', async () => {
    const env = { MEILI_URL: opened.meilisearch?.url, MEILI_API_KEY: 'not-the-key-at-all' }
    await expect(openSearch({ db, env, log })).rejects.toThrow('MEILI_API_KEY is not accepted')
  })

  it('fills its index by itself and answers from it', async () => {
    const env = { MEILI_URL: opened.meilisearch?.url, MEILI_API_KEY: opened.meilisearch?.key }
    const { engine, engines } = await openSearch({ db, env, log })
    const meilisearch = engines.find((each) => each.name === 'meilisearch')
    if (!meilisearch) throw new Error('Meilisearch is not open')
    const same = async () => {
      const { missing, surplus } = await compareWithCatalogue(db, meilisearch)
      return missing.length + surplus.length
    }
    await expect.poll(same, { timeout: 25_000, interval: 200 }).toBe(0)
    expect(await engine.search(query)).toMatchObject({ engine: 'meilisearch', total: 1 })
  })
})
