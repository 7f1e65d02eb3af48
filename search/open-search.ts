import { setTimeout as wait } from 'node:timers/promises'
import { MeilisearchApiError } from 'meilisearch'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from './engine.ts'
import { compareWithCatalogue, hasCurrentAnalysis, reindex } from './indexing.ts'
import { createMeilisearchEngine } from './meilisearch/engine.ts'
import { restrictKey } from './meilisearch/restrict-key.ts'
import { onlyPublic } from './only-public.ts'
import { createPostgresEngine } from './postgres/engine.ts'
import { RebuildUnderWay } from './postgres/rebuild.ts'
import { retryIndexing } from './waiting-jobs.ts'
import { withFallback } from './with-fallback.ts'

type Log = { info: (data: object, message: string) => void; warn: (data: object, message: string) => void }
export type OpenSearchOptions = { db: Db; env: { MEILI_URL?: string | undefined; MEILI_API_KEY?: string | undefined }; log: Log }

export type OpenSearch = {
  /** What pages and the API ask. */
  engine: SearchEngine
  /** All engines that indexing keeps up to date. */
  engines: SearchEngine[]
  /** For the operator: which engine answers. */
  greeting: string
}

/**
 * Opens search: PostgreSQL alone, or Meilisearch with PostgreSQL behind it when MEILI_URL is set. Indexes that differ
 * from the catalogue are rebuilt: PostgreSQL's before this resolves when it is empty, the rest in the background.
 * A wrong key throws; a Meilisearch that is away does not, PostgreSQL answers meanwhile.
 */
export async function openSearch({ db, env, log }: OpenSearchOptions): Promise<OpenSearch> {
  const postgres = createPostgresEngine(db)
  if ((await postgres.health()).documents === 0) await fill(db, postgres)
  else void mend(db, postgres, log)
  if (!env.MEILI_URL) return { engine: onlyPublic(db, postgres), engines: [postgres], greeting: 'Search: PostgreSQL' }

  const keys = await restrictKey(env.MEILI_URL, env.MEILI_API_KEY ?? '')
  const meilisearch = createMeilisearchEngine({ url: env.MEILI_URL, keys, db })
  await fillOrMend(db, meilisearch, log)
  const engine = withFallback(meilisearch, postgres, {
    onAway: (error) => {
      log.warn({ err: error }, 'Meilisearch is away, PostgreSQL answers searches')
      // It may be there without its index: then this makes it anew. When it is not, this fails and coming back mends it.
      if (error instanceof MeilisearchApiError) void mend(db, meilisearch, log)
    },
    onBack: () => {
      log.info({}, 'Meilisearch is back')
      void retryIndexing(db)
        .then(() => mend(db, meilisearch, log))
        .catch((error: unknown) => log.warn({ err: error }, 'catching up failed'))
    },
  })
  return {
    engine: onlyPublic(db, engine),
    engines: [postgres, meilisearch],
    greeting: `Search: Meilisearch at ${new URL(env.MEILI_URL).host}, PostgreSQL behind it`,
  }
}

/** Fills an empty index, or waits until another part of the product that started at the same moment has filled it. */
async function fill(db: Db, engine: SearchEngine): Promise<void> {
  for (;;)
    try {
      return void (await reindex(db, engine))
    } catch (error) {
      if (!(error instanceof RebuildUnderWay)) throw error
      await wait(200)
      if ((await engine.health()).documents > 0) return
    }
}

/** Starting does not wait longer for an index to fill (ms): readers would rather have PostgreSQL's answers. */
const FILLING_MS = 10_000

/** An empty index is filled before readers are sent to it; one that is away or differs is mended in the background. */
async function fillOrMend(db: Db, engine: SearchEngine, log: Log): Promise<void> {
  const documents = await engine.health().then(
    (health) => health.documents,
    () => 0, // away, or its index not made yet
  )
  const mended = mend(db, engine, log)
  if (documents === 0) await Promise.race([mended, wait(FILLING_MS, undefined, { ref: false })])
}

/** So few records may just be on their way to the index: they are looked at once more before it is made anew. */
const ON_THEIR_WAY = 20
const ARRIVING_MS = 3_000

async function differing(db: Db, engine: SearchEngine): Promise<string[]> {
  const look = async () => {
    const { missing, surplus } = await compareWithCatalogue(db, engine).catch(() => ({ missing: ['all'], surplus: [] }))
    return [...missing, ...surplus]
  }
  const found = await look()
  if (found.length === 0 || found.length > ON_THEIR_WAY || found.includes('all')) return found
  await wait(ARRIVING_MS, undefined, { ref: false })
  const still = new Set(await look())
  return still.has('all') ? ['all'] : found.filter((id) => still.has(id))
}

/** Compares an index with the catalogue and the words of now, in the background, and rebuilds it when they differ; failures are logged, jobs retry. */
function mend(db: Db, engine: SearchEngine, log: Log): Promise<void> {
  const run = async () => {
    if ((await differing(db, engine)).length === 0 && (await hasCurrentAnalysis(db, engine))) return
    const documents = await reindex(db, engine)
    log.info({ engine: engine.name, documents }, 'search index rebuilt')
  }
  return run().catch((error: unknown) => log.warn({ err: error, engine: engine.name }, 'search index could not be rebuilt'))
}
