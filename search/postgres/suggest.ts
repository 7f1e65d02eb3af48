import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { fold, words } from '../analysis/words.ts'
import { parseQuery } from '../analysis/parse-query.ts'
import type { Suggestion, TextLanguage } from '../engine.ts'
import { postgresVocabulary } from './vocabulary.ts'

type Title = { id: string; type: string; title: string; url: string; langs: TextLanguage[] }

/**
 * Titles that hold the words typed so far, the last one perhaps unfinished, then words that finish it.
 * Two small index look-ups; never more than `limit` lines.
 */
export async function suggestPostgres(db: Db, text: string, lang: TextLanguage, limit: number): Promise<Suggestion[]> {
  const typed = parseQuery(text.slice(0, 100)).text
  const found = words(typed)
  const unfinished = /[\p{L}\p{N}]$/u.test(typed)
  // A stop word or a single letter at the end is still a beginning: "abitare l" asks for more.
  const last = unfinished ? fold(/[\p{L}\p{N}]+$/u.exec(typed)?.[0] ?? '') : ''
  const before = found.filter((word) => !unfinished || word.end < typed.length)
  if (last.length < 2 && before.length === 0) return []
  const endings = last.length < 2 ? [] : await postgresVocabulary(db).endings(last)
  if (last.length >= 2 && endings.length === 0) return []
  const alternatives = [...new Set(endings.map((ending) => ending.token))].map((token) => `'${token}':A`)
  const query = [...before.map((word) => `'${word.token}':A`), ...(alternatives.length > 0 ? [`(${alternatives.join(' | ')})`] : [])].join(
    ' & ',
  )
  const { rows } = await sql<Title>`
    select id, type, url, langs, ${sql.ref(`title_${lang}`)} as title from search_document where words @@ ${query}::tsquery
    order by ts_rank('{0, 0, 0, 1}', words, ${query}::tsquery, 1) * weight desc, id limit ${limit}`.execute(db)
  const titles = rows.map(({ langs, ...row }): Suggestion => ({
    kind: 'record',
    ...row,
    lang: langs.includes(lang) ? lang : (langs[0] ?? lang),
  }))
  const head = typed.slice(0, typed.length - last.length)
  const terms = endings.slice(0, 3).map((ending): Suggestion => ({ kind: 'term', text: `${head}${ending.word}` }))
  const room = Math.max(limit - titles.length, Math.min(2, terms.length))
  return [...titles.slice(0, limit - Math.min(room, terms.length)), ...terms.slice(0, room)]
}
