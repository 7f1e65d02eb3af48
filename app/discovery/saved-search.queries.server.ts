import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import type { Lang } from '#app/shared/languages.ts'
import type { Translate } from '#app/shared/messages/translate.ts'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import { askedSearch } from './asked-search.server.ts'
import { frequencies, type Frequency } from './saved-search.ts'

export type SavedSearchLine = {
  id: string
  name: string
  frequency: Frequency
  paused: boolean
  createdAt: Date
  /** After the question mark of the result page and of its feed, as it reads today. */
  query: string
  /** What is asked, in words. */
  words: string[]
  /** A filter of it no longer exists: nothing is told until it is saved anew. */
  lost: boolean
}

export const frequencyOf = (stored: string): Frequency => frequencies.find((known) => known === stored) ?? 'feed'

/** The actor's own saved searches by name. */
export async function listSavedSearches({ db, t, lang }: { db: Db; t: Translate; lang: Lang }, actor: Person): Promise<SavedSearchLine[]> {
  const rows = await db
    .selectFrom('saved_search')
    .select(['id', 'name', 'query', 'frequency', 'paused_at', 'created_at'])
    .where('person_id', '=', actor.id)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return await Promise.all(
    rows.map(async (row) => {
      const { params, words, lost } = await askedSearch(db, { t, lang }, new URLSearchParams(row.query))
      const { id, name, paused_at, created_at } = row
      const query = searchQueryString({ ...params, page: 1, sort: 'relevance' })
      return { id, name, frequency: frequencyOf(row.frequency), paused: paused_at !== null, createdAt: created_at, query, words, lost }
    }),
  )
}
