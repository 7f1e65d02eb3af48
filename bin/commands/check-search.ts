import { Meilisearch } from 'meilisearch'
import type { Env } from '#app/shared/env.ts'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { compareWithCatalogue, hasCurrentAnalysis } from '#search/indexing.ts'
import { createMeilisearchEngine } from '#search/meilisearch/engine.ts'
import { restrictKey } from '#search/meilisearch/restrict-key.ts'
import { INDEX, NEXT_INDEX } from '#search/meilisearch/settings.ts'
import { createPostgresEngine } from '#search/postgres/engine.ts'
import { fail, type Finding, ok, warn } from './finding.ts'

/** Every index holds what is public, no more and no less, and was built with the words of now. */
export async function checkSearch(db: Db, env: Env): Promise<Finding[]> {
  const findings = await checkEngine(db, createPostgresEngine(db), 'PostgreSQL')
  if (!env.MEILI_URL) return findings
  try {
    const keys = await restrictKey(env.MEILI_URL, env.MEILI_API_KEY ?? '')
    const engine = createMeilisearchEngine({ url: env.MEILI_URL, keys, db, searchTimeoutMs: 5_000 })
    return [...findings, ...(await checkEngine(db, engine, 'Meilisearch')), ...(await failedTasks(env.MEILI_URL, keys.index))]
  } catch (error) {
    return [...findings, fail(`Meilisearch’s index cannot be looked at: ${error instanceof Error ? error.message : String(error)}`)]
  }
}

async function checkEngine(db: Db, engine: SearchEngine, name: string): Promise<Finding[]> {
  const { missing, surplus } = await compareWithCatalogue(db, engine)
  const remedy = `casa reindex --engine ${engine.name}`
  return [
    missing.length + surplus.length === 0
      ? ok(`${name}’s index holds what is public`)
      : warn(`${name}’s index lacks ${missing.length} public records and has ${surplus.length} that are not: ${remedy}`),
    (await hasCurrentAnalysis(db, engine))
      ? ok(`${name}’s index was built with the words of now`)
      : warn(`Synonyms, glossary or analysis changed since ${name}’s index was built: ${remedy}`),
  ]
}

const DAYS = 7

/** What Meilisearch could not do lately; the jobs were told and came again. */
async function failedTasks(url: string, apiKey: string): Promise<Finding[]> {
  const client = new Meilisearch({ host: url, apiKey, timeout: 5_000 })
  const { results } = await client.tasks.getTasks({
    statuses: ['failed'],
    indexUids: [INDEX, NEXT_INDEX],
    afterEnqueuedAt: new Date(Date.now() - DAYS * 86_400_000).toISOString(),
    limit: 5,
  })
  const real = results.filter((task) => task.error?.code !== 'index_not_found' && task.error?.code !== 'index_already_exists')
  return real.length === 0
    ? [ok('No Meilisearch task failed this week')]
    : real.map((task) => warn(`Meilisearch task ${task.uid} (${task.type}) failed: ${task.error?.message ?? 'no reason given'}`))
}
