import type { Db } from '#db/connection.ts'
import { parseQuery } from '#search/analysis/parse-query.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Lang } from '#app/shared/languages.ts'
import { AppError } from '#app/shared/app-error.ts'
import { textLanguageOf } from '#app/shared/search/facet-labels.server.ts'
import { engineQuestion } from '#app/shared/search/named-filters.ts'
import type { AskedSearch } from './asked-search.server.ts'
import { type CatalogueEntry, catalogueEntriesOf } from './catalogue-entries.server.ts'

/**
 * The newest public records a search finds, newest first, for feeds and alerts. Each is read from the catalogue once
 * more: an index that comes late never announces what is no longer public. Only what holds all the words: what is merely
 * near is for somebody who is looking.
 */
export async function newestOfSearch(
  { db, search }: { db: Db; search: SearchEngine },
  { params, filters, lost }: AskedSearch,
  lang: Lang,
  limit: number,
): Promise<CatalogueEntry[]> {
  if (lost) return []
  const textLang = textLanguageOf(lang)
  const { text: asked, bodies } = engineQuestion(params.q)
  const ask = async (text: string) => {
    const result = await search.search({ text, bodies, lang: textLang, filters, sort: 'newest', perPage: limit })
    // Empty would say that there is nothing: the job comes again, the feed's reader too.
    if (result.unanswered) throw new AppError('unavailable', 'The search took too long; please ask again')
    return result
  }
  const near = await ask(asked)
  if (near.relaxed) return []
  const strict = allWords(near.suggestion ?? asked)
  const result = strict ? await ask(strict) : near
  return await catalogueEntriesOf(
    db,
    result.hits.map((hit) => hit.id),
    textLang,
  )
}

/** More phrases than these are not read (search/analysis/parse-query.ts). */
const MOST_PHRASES = 5

/** The same question with each word as a phrase of its own, which has to be there; undefined where that changes nothing. */
function allWords(text: string): string | undefined {
  const { words, phrases, text: read } = parseQuery(text)
  if (words.length < 2 || words.length + phrases.length > MOST_PHRASES) return undefined
  return words.reduceRight((whole, { start, end }) => `${whole.slice(0, start)}"${whole.slice(start, end)}"${whole.slice(end)}`, read)
}
