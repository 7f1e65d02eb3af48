import { Meilisearch, MeilisearchApiError } from 'meilisearch'

const NAME = 'casa-comune'
const INDEXES = ['casa_catalogue*']
const ACTIONS = ['search', 'documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'stats.get'] as const

/**
 * Least rights: when the given key may manage keys (the master key), a key for our indexes alone is made, or found,
 * and used instead; any other key is used as it is. A key the server refuses throws with a plain sentence. When the
 * server is away the given key is returned: search falls back, and what was meant is found out later.
 */
export async function restrictKey(url: string, apiKey: string): Promise<string> {
  const client = new Meilisearch({ host: url, apiKey, timeout: 3_000 })
  try {
    const { results } = await client.getKeys({ limit: 100 })
    const known = results.find((key) => key.name === NAME)
    const key =
      known ??
      (await client.createKey({
        name: NAME,
        description: 'Reads and writes the catalogue index',
        indexes: INDEXES,
        actions: [...ACTIONS],
        expiresAt: null,
      }))
    return key.key
  } catch (error) {
    if (!(error instanceof MeilisearchApiError)) return apiKey
    if (error.response.status !== 401 && error.response.status !== 403) return apiKey
    return await proven(url, apiKey)
  }
}

/** A key that cannot list keys must still be able to search. */
async function proven(url: string, apiKey: string): Promise<string> {
  try {
    await new Meilisearch({ host: url, apiKey, timeout: 3_000 }).index('casa_catalogue').search('', { limit: 0 })
  } catch (error) {
    const status = error instanceof MeilisearchApiError ? error.response.status : 0
    if (status === 401 || status === 403) throw new Error(`MEILI_API_KEY is not accepted by Meilisearch at ${url}`, { cause: error })
  }
  return apiKey
}
