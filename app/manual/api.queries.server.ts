import { visitor } from '#app/shared/actor.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import { type Lang, pick } from '#app/shared/languages.ts'
import { editionById } from '#app/documents/editions/edition.queries.server.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import type { Db } from '#db/connection.ts'
import { type ChapterSummary, findChapter, listChapters } from './chapter.queries.server.ts'
import { versionOf } from './manual-edition.queries.server.ts'

type Where = { lang: Lang; origin: string }

/** Public chapters in the order of the book; a book is one page of answers. */
export async function apiChapters(db: Db, where: Where) {
  const chapters = await listChapters(db, visitor, { published: true })
  return { chapters: chapters.filter((chapter) => !chapter.isExample).map((chapter) => summaryOf(chapter, where)), next: null }
}

function summaryOf(chapter: ChapterSummary, { lang, origin }: Where) {
  const title = pick(lang, chapter.title_it, chapter.title_en)
  return {
    id: `chapter:${chapter.id}`,
    slug: chapter.slug,
    url: `${origin}/${lang}/manuale/${chapter.slug}`,
    number: chapter.number,
    lang: title.lang,
    title: title.text,
    summary: pick(lang, chapter.summary_it, chapter.summary_en).text,
    published_at: chapter.publishedAt?.toISOString() ?? null,
    updated_at: chapter.updatedAt.toISOString(),
  }
}

/** One public chapter with its words, sources and the records it cites; undefined when there is none. */
export async function apiChapter(db: Db, where: Where, slug: string) {
  const chapter = await findChapter(db, visitor, slug)
  if (!chapter || chapter.isExample) return undefined
  const current = await db
    .selectFrom('edition')
    .select(['id', 'lang'])
    .where('document_id', '=', chapter.documentId)
    .where('current', '=', true)
    .execute()
  const chosen = inReadingLanguage(current, where.lang)
  const edition = chosen && (await editionById(db, chosen.id))
  return {
    ...summaryOf(chapter, where),
    languages: current.map((text) => text.lang),
    text: edition
      ? { lang: edition.lang, edition: edition.number, version: (await versionOf(db, edition.id)) ?? null, body: edition.body }
      : null,
    cites: edition ? citedIds(edition.content) : [],
    sources: chapter.sources[edition?.lang === 'en' ? 'en' : 'it'].map(({ readOn, ...source }) => ({ ...source, read_on: readOn })),
  }
}
