import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Lang } from '#app/shared/languages.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import type { AskedSearch } from './asked-search.server.ts'
import { type CatalogueEntry, catalogueEntriesOf } from './catalogue-entries.server.ts'

/**
 * The newest public records a search finds, newest first, for feeds and alerts. Each is read from the catalogue once
 * more: an index that comes late never announces what is no longer public. Nothing when no record holds all the words:
 * what is merely near is for somebody who is looking.
 */
export async function newestOfSearch(
  { db, search }: { db: Db; search: SearchEngine },
  { params, filters, lost }: AskedSearch,
  lang: Lang,
  limit: number,
): Promise<CatalogueEntry[]> {
  if (lost) return []
  const textLang = textLanguageOf(lang)
  const result = await search.search({ text: params.q, lang: textLang, filters, sort: 'newest', perPage: limit })
  if (result.relaxed) return []
  return await catalogueEntriesOf(
    db,
    result.hits.map((hit) => hit.id),
    textLang,
  )
}
