import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { fold, words } from '../analysis/words.ts'
import { parseQuery } from '../analysis/parse-query.ts'
import type { Vocabulary } from '../analysis/vocabulary.ts'
import type { Suggestion, TextLanguage } from '../engine.ts'
import { keyOf, lexeme } from './keys-text.ts'
import { LONGEST_MS, tookTooLong, withinTime } from './within-time.ts'

/** So many titles that begin so are looked at, and so many of them ranked. */
const TITLES = 600
const RANKED = 60

type Title = { id: string; type: string; url: string; it: string | null; en: string | null }

/**
 * Titles that hold the words typed so far, the last one perhaps unfinished, then words that finish it.
 * Two small index look-ups; never more than `limit` lines.
 */
export async function suggestPostgres(
  db: Db,
  vocabulary: Vocabulary,
  text: string,
  lang: TextLanguage,
  limit: number,
): Promise<Suggestion[]> {
  const typed = parseQuery(text.slice(0, 100)).text
  const found = words(typed)
  const unfinished = /[\p{L}\p{N}]$/u.test(typed)
  // A stop word or a single letter at the end is still a beginning: "abitare l" asks for more.
  const last = unfinished ? fold(/[\p{L}\p{N}]+$/u.exec(typed)?.[0] ?? '') : ''
  const before = found.filter((word) => !unfinished || word.end < typed.length)
  if (last.length < 2 && before.length === 0) return []
  const endings = last.length < 2 ? [] : await vocabulary.endings(last)
  if (last.length >= 2 && endings.length === 0) return []
  const alternatives = [...new Set(endings.map((ending) => ending.token))]
  const query = (make: (token: string) => string) =>
    [...before.map((word) => make(word.token)), ...(alternatives.length > 0 ? [`(${alternatives.map(make).join(' | ')})`] : [])].join(' & ')
  const ranked = query((token) => `'${token}':A`)
  const rows = await withinTime(db, LONGEST_MS, async ({ trx }) => {
    const answer = await sql<Title>`
    select record ->> 'id' as id, record ->> 'type' as type, record ->> 'url' as url, record #>> '{texts,it,title}' as it,
      record #>> '{texts,en,title}' as en
    from (
      select id, record, ts_rank('{0, 0, 0, 1}', head, ${ranked}::tsquery, 1) * weight as score
      from (
        select id, record, head, weight
        from (select id, record, head, weight, published_at from search_entry where keys @@ ${query((token) => lexeme(keyOf.title(token)))}::tsquery limit ${TITLES}) as begun
        order by weight desc, published_at desc nulls last, id limit ${RANKED}
      ) as likely
      order by score desc, id limit ${limit}
    ) as best order by score desc, id`.execute(trx)
    return answer.rows
  }).catch((error: unknown) => {
    if (!tookTooLong(error)) throw error
    return [] // who types goes on typing: no titles this time
  })
  const titles = rows.map(({ id, type, url, it, en }): Suggestion => {
    const shown = (lang === 'en' && en !== null) || it === null ? 'en' : 'it'
    return { kind: 'record', id, type, url, title: (shown === 'en' ? en : it) ?? '', lang: shown }
  })
  const head = typed.slice(0, typed.length - last.length)
  const terms = endings.slice(0, 3).map((ending): Suggestion => ({ kind: 'term', text: `${head}${ending.word}` }))
  const room = Math.max(limit - titles.length, Math.min(2, terms.length))
  return [...titles.slice(0, limit - Math.min(room, terms.length)), ...terms.slice(0, room)]
}
