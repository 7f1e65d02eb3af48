import { Meilisearch } from 'meilisearch'
import { expect, it, vi } from 'vitest'
import { anOrganisation } from '#tests/support/factories.ts'
import { useTestDatabase } from '#tests/support/test-database.ts'
import { compareWithCatalogue, indexRecord } from './indexing.ts'
import { INDEX } from './meilisearch/settings.ts'
import { openSearch } from './open-search.ts'
import { binary, startServer } from './relevance/test-engines.ts'

const { db } = await useTestDatabase()
const log = { info: vi.fn(), warn: vi.fn() }
const asked = { text: 'abete', lang: 'it' as const }

it.runIf(binary())(
  'a Meilisearch that dies under load costs no reader an answer, and catches up when it is back',
  { timeout: 60_000 },
  async () => {
    await anOrganisation(db, { name: 'Cooperativa Abete' })
    let server = await startServer(binary() ?? '')
    const { engine, engines } = await openSearch({ db, env: { MEILI_URL: server.url, MEILI_API_KEY: server.key }, log })
    const meilisearch = engines.find((each) => each.name === 'meilisearch')
    if (!meilisearch) throw new Error('Meilisearch is not open')
    await expect.poll(async () => (await engine.search(asked)).total, { timeout: 15_000 }).toBe(1)

    const answers: string[] = []
    let open = true
    const asking = async () => {
      while (open) {
        const { total, engine: name } = await engine.search(asked) // a failure would fail the test
        answers.push(total >= 1 ? name : 'nothing found')
      }
    }
    const readers = Promise.all([asking(), asking()])
    await expect.poll(() => answers).toContain('meilisearch')
    await server.kill()
    await expect.poll(() => answers.at(-1)).toBe('postgres')

    // Written while it is away: PostgreSQL has it, the job fails and comes again.
    const { id } = await anOrganisation(db, { name: 'Abete nuovo' })
    await expect(indexRecord(db, engines, `organisation:${id}`)).rejects.toThrow()
    expect((await engine.search({ ...asked, text: 'abete nuovo' })).hits[0]?.title).toBe('Abete nuovo')

    server = await startServer(binary() ?? '', server)
    await expect.poll(() => answers.at(-1), { timeout: 20_000 }).toBe('meilisearch')
    const differing = async () => {
      const { missing, surplus } = await compareWithCatalogue(db, meilisearch)
      return [...missing, ...surplus]
    }
    await expect.poll(differing, { timeout: 20_000 }).toEqual([])

    // Somebody deletes the index: PostgreSQL answers, and it is made anew.
    await new Meilisearch({ host: server.url, apiKey: server.key }).deleteIndex(INDEX)
    await expect
      .poll(async () => (await meilisearch.health().catch(() => ({ documents: 0 }))).documents, { timeout: 30_000 })
      .toBeGreaterThan(1)
    await expect.poll(() => answers.at(-1), { timeout: 20_000 }).toBe('meilisearch')
    open = false
    await readers
    expect(answers).not.toContain('nothing found')
    await server.stop()
  },
)
