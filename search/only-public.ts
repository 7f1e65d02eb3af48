import type { Db } from '#db/connection.ts'
import type { SearchEngine, SearchHit, SearchResult } from './engine.ts'
import { idsWaiting } from './waiting-jobs.ts'

/**
 * An engine that shows nothing the catalogue no longer has: an index follows a withdrawal by a job, which waits its turn
 * when many records change. What was withdrawn and waits is left out of the question, so that totals and counts are right
 * too; and every hit is looked up, should an index be behind for another reason.
 */
export function onlyPublic(db: Db, engine: SearchEngine): SearchEngine {
  const missing = async (ids: string[]): Promise<Set<string>> => {
    if (ids.length === 0) return new Set()
    const rows = await db.selectFrom('catalogue_entry').select('id').distinct().where('id', 'in', ids).execute()
    const there = new Set(rows.map(({ id }) => id))
    return new Set(ids.filter((id) => !there.has(id)))
  }
  return {
    ...engine,
    async search(query) {
      const waiting = await missing(await idsWaiting(db))
      const result = await engine.search(waiting.size > 0 ? { ...query, except: [...waiting].sort() } : query)
      const gone = await missing([...result.hits, ...result.groups.flatMap(({ hits }) => hits)].map(({ id }) => id))
      return gone.size === 0 ? result : without(result, gone)
    },
    async suggest(text, lang, limit) {
      const suggestions = await engine.suggest(text, lang, limit)
      const gone = await missing(suggestions.flatMap((each) => (each.kind === 'record' ? [each.id] : [])))
      return suggestions.filter((each) => each.kind !== 'record' || !gone.has(each.id))
    },
  }
}

function without(result: SearchResult, gone: ReadonlySet<string>): SearchResult {
  const kept = (hits: SearchHit[]) => hits.filter(({ id }) => !gone.has(id))
  const groups = result.groups.map((group) => {
    const hits = kept(group.hits)
    return { ...group, hits, total: group.total - (group.hits.length - hits.length) }
  })
  return {
    ...result,
    total: Math.max(0, result.total - gone.size),
    hits: kept(result.hits),
    groups: groups.filter(({ hits }) => hits.length > 0),
  }
}
