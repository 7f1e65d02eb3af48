import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import type { Person } from '#app/shared/actor.ts'
import { hasFilters, readSearchParams, searchQueryString } from '#app/shared/search/search-params.ts'
import { type Frequency, MOST_SAVED } from './saved-search.ts'

type Save = { name: string; frequency: Frequency; query: string }
export type SaveOutcome = { ok: true; id: string } | { ok: false; reason: 'nothing-asked' | 'already-saved' | 'too-many' }

/**
 * Keeps a search for the actor. The address is read and written anew, so that one search is one text. Refuses what asks
 * for nothing, a search kept already, and more than 50.
 */
export async function saveSearch(db: Db, actor: Person, { name, frequency, query }: Save): Promise<SaveOutcome> {
  const params = readSearchParams(new URLSearchParams(query))
  if (params.q === '' && !hasFilters(params)) return { ok: false, reason: 'nothing-asked' }
  const canonical = searchQueryString({ ...params, page: 1, sort: 'relevance' }).slice(1)
  return await db.transaction().execute(async (trx) => {
    // Two forms sent at once must not pass the limit together.
    await sql`select from person where id = ${actor.id} for update`.execute(trx)
    const kept = await trx.selectFrom('saved_search').select('query').where('person_id', '=', actor.id).execute()
    if (kept.some((one) => one.query === canonical)) return { ok: false, reason: 'already-saved' }
    if (kept.length >= MOST_SAVED) return { ok: false, reason: 'too-many' }
    const id = newId()
    await trx.insertInto('saved_search').values({ id, person_id: actor.id, name, query: canonical, frequency }).execute()
    return { ok: true, id }
  })
}
