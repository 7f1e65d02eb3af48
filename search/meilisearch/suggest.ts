import type { Meilisearch } from 'meilisearch'
import { fold } from '../analysis/words.ts'
import { parseQuery } from '../analysis/parse-query.ts'
import type { Vocabulary } from '../analysis/vocabulary.ts'
import { type Suggestion, type TextLanguage, textLanguages } from '../engine.ts'
import type { StoredRecord } from '../present-hit.ts'
import { INDEX, titleFields } from './settings.ts'

/** Titles by Meilisearch's own prefix search, words that finish the last one from the shared vocabulary. */
export async function suggestMeilisearch(
  client: Meilisearch,
  vocabulary: Vocabulary,
  text: string,
  lang: TextLanguage,
  limit: number,
): Promise<Suggestion[]> {
  const typed = parseQuery(text.slice(0, 100)).text
  const last = fold(/[\p{L}\p{N}]+$/u.exec(typed)?.[0] ?? '')
  const q = fold(typed)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (q.length < 2) return []
  const { hits } = await client
    .index<{ record: StoredRecord }>(INDEX)
    .search(q, { attributesToSearchOn: [...titleFields], attributesToRetrieve: ['record'], matchingStrategy: 'all', limit })
  const titles = hits.map(({ record }): Suggestion => {
    const shown = record.texts[lang] ? lang : (textLanguages.find((other) => record.texts[other]) ?? lang)
    return { kind: 'record', id: record.id, type: record.type, title: record.texts[shown]?.title ?? '', url: record.url, lang: shown }
  })
  const endings = last.length < 2 ? [] : await vocabulary.endings(last)
  const head = typed.slice(0, typed.length - last.length)
  const terms = endings.slice(0, 3).map(({ word }): Suggestion => ({ kind: 'term', text: `${head}${word}` }))
  const room = Math.min(terms.length, Math.max(limit - titles.length, Math.min(2, terms.length)))
  return [...titles.slice(0, limit - room), ...terms.slice(0, room)]
}
