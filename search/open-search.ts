import type { Db } from '#db/connection.ts'
import type { SearchEngine } from './engine.ts'

// STUB by the lead, for the search helper to make real (keep name and result): opens the engines the settings ask for.
type Options = { db: Db; env: { MEILI_URL?: string | undefined; MEILI_API_KEY?: string | undefined }; log: unknown }

/** Opens search: `engine` answers readers, `engines` are all that indexing keeps current, `greeting` tells the operator which one answers. */
export async function openSearch(_options: Options): Promise<{ engine: SearchEngine; engines: SearchEngine[]; greeting: string }> {
  const nothing = { total: 0, hits: [], groups: [], facets: {}, capped: false, suggestion: null, relaxed: false, engine: 'postgres', tookMs: 0 } as const
  const engine: SearchEngine = {
    name: 'postgres',
    search: async () => ({ ...nothing, hits: [], groups: [] }),
    suggest: async () => [],
    upsert: async () => undefined,
    remove: async () => undefined,
    rebuild: async () => 0,
    ids: async () => [],
    health: async () => ({ ok: true, engine: 'postgres', documents: 0 }),
  }
  return { engine, engines: [engine], greeting: 'Search: PostgreSQL' }
}
