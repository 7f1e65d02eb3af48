import { type KeyCreation, Meilisearch, MeilisearchApiError } from 'meilisearch'

/** What each part of us needs of Meilisearch, and no more: readers' questions cannot change anything. */
export type MeilisearchKeys = { search: string; index: string }

const INDEXES = ['casa_catalogue*']
const wanted: Record<keyof MeilisearchKeys, KeyCreation & { name: string }> = {
  search: {
    name: 'casa-comune-search',
    description: 'Readers’ questions to the catalogue index',
    indexes: INDEXES,
    actions: ['search'],
    expiresAt: null,
  },
  index: {
    name: 'casa-comune-index',
    description: 'Writes the catalogue index and its settings',
    indexes: INDEXES,
    actions: ['documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'stats.get'],
    expiresAt: null,
  },
}

/**
 * Least rights: when the given key may manage keys (the master key), it is used here only, to find or make two keys for
 * our indexes: one that searches, one that writes. Any other key is used as it is for both. A key the server refuses
 * throws with a plain sentence. When the server is away the given key is returned: search falls back, and what was
 * meant is found out later.
 */
export async function restrictKey(url: string, apiKey: string): Promise<MeilisearchKeys> {
  const client = new Meilisearch({ host: url, apiKey, timeout: 3_000 })
  const given = { search: apiKey, index: apiKey }
  try {
    const { results } = await client.getKeys({ limit: 100 })
    const keyOf = async (part: keyof MeilisearchKeys) =>
      (results.find((key) => key.name === wanted[part].name) ?? (await client.createKey(wanted[part]))).key
    return { search: await keyOf('search'), index: await keyOf('index') }
  } catch (error) {
    if (!(error instanceof MeilisearchApiError)) return given
    if (error.response.status !== 401 && error.response.status !== 403) return given
    await prove(url, apiKey)
    return given
  }
}

/** A key that cannot list keys must still be able to search. */
async function prove(url: string, apiKey: string): Promise<void> {
  try {
    await new Meilisearch({ host: url, apiKey, timeout: 3_000 }).index('casa_catalogue').search('', { limit: 0 })
  } catch (error) {
    const status = error instanceof MeilisearchApiError ? error.response.status : 0
    if (status === 401 || status === 403) throw new Error(`MEILI_API_KEY is not accepted by Meilisearch at ${url}`, { cause: error })
  }
}
