import { type EnqueuedTaskPromise, Meilisearch } from 'meilisearch'
import type { Db } from '#db/connection.ts'
import { conceptsOf } from '../analysis/load-concepts.ts'
import type { RebuildSource, SearchDocument, SearchEngine } from '../engine.ts'
import { postgresVocabulary } from '../postgres/vocabulary.ts'
import { answerWithin } from './answer-within.ts'
import { awaitTask } from './await-task.ts'
import { openIndex } from './open-index.ts'
import type { MeilisearchKeys } from './restrict-key.ts'
import { searchMeilisearch } from './search.ts'
import { INDEX, NEXT_INDEX, settings } from './settings.ts'
import { suggestMeilisearch } from './suggest.ts'
import { keyOf, toMeilisearch } from './to-meilisearch.ts'

export type MeilisearchOptions = {
  url: string
  keys: MeilisearchKeys
  /** For the glossary and the vocabulary typos are measured against, which PostgreSQL keeps for both engines. */
  db: Db
  /** A reader waits no longer before PostgreSQL answers instead. */
  searchTimeoutMs?: number
}

const BATCH = 500

/** The engine in production. Every write resolves when its task is done, and throws when the task failed. */
export function createMeilisearchEngine({ url, keys, db, searchTimeoutMs = 700 }: MeilisearchOptions): SearchEngine {
  const asking = new Meilisearch({ host: url, apiKey: keys.search, timeout: searchTimeoutMs })
  const writing = new Meilisearch({ host: url, apiKey: keys.index, timeout: 30_000 })
  const concepts = conceptsOf(db)
  const vocabulary = postgresVocabulary(db)
  return {
    name: 'meilisearch',
    search: async (query) => answerWithin(searchTimeoutMs, searchMeilisearch(asking, await concepts(), vocabulary, query)),
    suggest: (text, lang, limit = 8) => answerWithin(searchTimeoutMs, suggestMeilisearch(asking, vocabulary, text, lang, limit)),
    async upsert(documents) {
      if (documents.length === 0) return
      const now = await concepts()
      await openIndex(writing)
      await awaitTask(writing.index(INDEX).addDocuments(documents.map((document) => toMeilisearch(document, now))))
    },
    async remove(ids) {
      if (ids.length > 0) await awaitTask(writing.index(INDEX).deleteDocuments(ids.map(keyOf)), { allow: ['index_not_found'] })
    },
    rebuild: (source) => rebuild(writing, source, concepts),
    ids: () => allIds(writing),
    async health() {
      await asking.health()
      const { numberOfDocuments } = await writing.index(INDEX).getStats()
      return { ok: true, engine: 'meilisearch', documents: numberOfDocuments }
    },
  }
}

/**
 * Fills the second index and swaps the two: readers never meet an empty one. What changed meanwhile is written to the
 * new index before the swap and once more after it, since a job may have written to the old one in between.
 */
async function rebuild(client: Meilisearch, source: RebuildSource, concepts: ReturnType<typeof conceptsOf>): Promise<number> {
  const started = new Date(Date.now() - 5_000)
  const now = await concepts()
  await openIndex(client)
  await awaitTask(client.deleteIndex(NEXT_INDEX), { allow: ['index_not_found'] })
  await openIndex(client, NEXT_INDEX)
  const write = (uid: string, documents: Parameters<typeof toMeilisearch>[0][]) =>
    awaitTask(client.index(uid).addDocuments(documents.map((document) => toMeilisearch(document, now))))
  const catchUp = async (uid: string) => {
    const changes = await source.changedSince(started)
    const gone = changes.filter((change) => !change.document).map((change) => keyOf(change.id))
    if (gone.length > 0) await awaitTask(client.index(uid).deleteDocuments(gone))
    const there = changes.flatMap((change) => change.document ?? [])
    if (there.length > 0) await write(uid, there)
  }
  await fill(source, (batch) => client.index(NEXT_INDEX).addDocuments(batch.map((document) => toMeilisearch(document, now))))
  await catchUp(NEXT_INDEX)
  await swap(client)
  await catchUp(INDEX)
  await awaitTask(client.deleteIndex(NEXT_INDEX), { allow: ['index_not_found'] })
  return (await client.index(INDEX).getStats()).numberOfDocuments
}

/** So many batches are handed over before their tasks are waited for: Meilisearch indexes what waits in one go. */
const TOGETHER = 20
/** On a busy machine the last of so many batches may be done long after the first. */
const LONGEST_FILL_MS = 60 * 60_000

async function fill(source: RebuildSource, add: (batch: SearchDocument[]) => EnqueuedTaskPromise): Promise<void> {
  let waiting: EnqueuedTaskPromise[] = []
  const settle = async () => {
    for (const task of waiting) await awaitTask(task, { intervalMs: 200, longestMs: LONGEST_FILL_MS })
    waiting = []
  }
  for await (const batch of source.batches()) {
    if (batch.length === 0) continue
    const task = add(batch)
    waiting.push(task)
    await task
    if (waiting.length >= TOGETHER) await settle()
  }
  await settle()
}

/**
 * A key limited to our indexes may order a swap but not see its task, which belongs to no single index. Tasks run in
 * order, so a task on the index that is done means the swap is too; the new index is known by its date of birth.
 */
async function swap(client: Meilisearch): Promise<void> {
  const { createdAt } = await client.index(NEXT_INDEX).getRawInfo()
  await client.swapIndexes([{ indexes: [INDEX, NEXT_INDEX], rename: false }])
  await awaitTask(client.index(INDEX).updateSettings(settings))
  const swapped = await client.index(INDEX).getRawInfo()
  if (String(swapped.createdAt) !== String(createdAt)) throw new Error('Meilisearch did not swap the rebuilt index in; the old one answers')
}

async function allIds(client: Meilisearch): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += BATCH) {
    const { results } = await client.index<{ id: string }>(INDEX).getDocuments({ fields: ['id'], limit: BATCH, offset })
    for (const document of results as { id: string }[]) ids.push(document.id)
    if (results.length < BATCH) return ids.sort()
  }
}
