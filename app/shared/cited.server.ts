import type { Db } from '#db/connection.ts'
import { inReadingLanguage } from './in-reading-language.ts'
import type { Lang } from './languages.ts'

export type CitedRecord = { url: string; title: string; type: string; lang: string }

/**
 * What citations lead to: public records by catalogue id, in the reader's language where they have it, else English,
 * else Italian. Ids that are not public are left out: their citation keeps its words without a link.
 */
export async function findCited(db: Db, ids: readonly string[], lang: Lang): Promise<Record<string, CitedRecord>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('catalogue_entry')
    .select(['id', 'type', 'lang', 'title', 'url'])
    .where('id', 'in', ids)
    .orderBy('lang')
    .execute()
  const found: Record<string, CitedRecord> = {}
  for (const [id, texts] of Map.groupBy(rows, (row) => row.id)) {
    const { url, title, type, lang: text } = inReadingLanguage(texts, lang)!
    found[id] = { url: `/${lang}${url}`, title, type, lang: text }
  }
  return found
}
