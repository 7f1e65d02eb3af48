import type { Db } from '#db/connection.ts'
import { chapterSources } from './chapter.ts'

type Ready = Awaited<ReturnType<typeof readyChapters>>[number]

/** What the book consists of now: the current text editions of published chapters. Examples are not part of the book. */
export async function readyChapters(trx: Db) {
  return await trx
    .selectFrom('chapter as c')
    .innerJoin('edition as e', 'e.document_id', 'c.document_id')
    .where('c.state', '=', 'published')
    .where('c.is_example', '=', false)
    .where('e.current', '=', true)
    .select(['c.id', 'c.number', 'c.title_it', 'c.title_en', 'c.summary_it', 'c.summary_en', 'c.sources', 'e.id as editionId', 'e.lang'])
    .execute()
}

/** Notes which text editions a version of the book consists of, with title, summary and sources as they are now. */
export async function pinChapters(trx: Db, version: string, ready: readonly Ready[]): Promise<number> {
  await trx
    .insertInto('manual_edition_chapter')
    .values(ready.map((row) => ({ version, ...pinned(row) })))
    .execute()
  return new Set(ready.map((row) => row.id)).size
}

function pinned({ id, editionId, lang, number, ...row }: Ready) {
  const sources = chapterSources.parse(row.sources)
  const english = lang === 'en'
  return {
    chapter_id: id,
    edition_id: editionId,
    lang,
    number,
    title: (english && row.title_en) || row.title_it,
    summary: (english && row.summary_en) || row.summary_it,
    sources: JSON.stringify(english && sources.en.length > 0 ? sources.en : sources.it),
  }
}
