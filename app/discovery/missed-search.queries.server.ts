import type { Db } from '#db/connection.ts'
import { isLang, type Lang } from '#app/shared/languages.ts'
import { SHOWN_FROM } from './missed-search.ts'

export type MissedSearchLine = { id: string; query: string; lang: Lang; askers: number; firstOn: string; lastOn: string; handled: boolean }

/** What at least three people looked for without finding it, the most wanted first; what was handled last. At most 200. */
export async function listMissedSearches(db: Db): Promise<MissedSearchLine[]> {
  const rows = await db
    .selectFrom('missed_search')
    .select(['id', 'query', 'lang', 'askers', 'first_asked_on', 'last_asked_on', 'handled_on'])
    .where('askers', '>=', SHOWN_FROM)
    .orderBy((eb) => eb('handled_on', 'is not', null))
    .orderBy('askers', 'desc')
    .orderBy('query')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    query: row.query,
    lang: isLang(row.lang) ? row.lang : 'it',
    askers: row.askers,
    firstOn: row.first_asked_on,
    lastOn: row.last_asked_on,
    handled: row.handled_on !== null,
  }))
}
