import { isDeepStrictEqual } from 'node:util'
import { type Meilisearch, MeilisearchApiError } from 'meilisearch'
import { awaitTask } from './await-task.ts'
import { INDEX, settings } from './settings.ts'

/** Creates the index when it is absent and applies our settings when they differ. Resolves to true when it was absent. */
export async function openIndex(client: Meilisearch, uid: string = INDEX): Promise<boolean> {
  const created = await createIfAbsent(client, uid)
  const index = client.index(uid)
  const present = await index.getSettings()
  const same = Object.entries(settings).every(([name, value]) => includes((present as Record<string, unknown>)[name], value))
  if (!same) await awaitTask(index.updateSettings(settings))
  return created
}

async function createIfAbsent(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await client.index(uid).getRawInfo()
    return false
  } catch (error) {
    if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'index_not_found') throw error
    await awaitTask(client.createIndex(uid, { primaryKey: 'key' }), { allow: ['index_already_exists'] })
    return true
  }
}

const sorted = (list: unknown[]): unknown[] => [...list].sort()

/** The server adds its own defaults to objects, and sorts lists whose order means nothing. */
function includes(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(present))
    return isDeepStrictEqual(present, wanted) || isDeepStrictEqual(sorted(present), sorted(wanted))
  if (wanted && typeof wanted === 'object')
    return Object.entries(wanted).every(([name, value]) => includes((present as Record<string, unknown> | null)?.[name], value))
  return isDeepStrictEqual(present, wanted)
}
