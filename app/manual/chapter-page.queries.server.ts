import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { findCited } from '#app/shared/cited.server.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Lang } from '#app/shared/languages.ts'
import type { Edition } from '#app/documents/editions/edition.ts'
import { editionById } from '#app/documents/editions/edition.queries.server.ts'
import { listTexts } from '#app/documents/log/read-text.server.ts'
import { outlineOf } from '#app/documents/reading/outline-of.ts'
import { citedIds } from '#app/documents/reading/text-of.ts'
import { linkableTerms } from '#app/glossary/glossary.queries.server.ts'
import { linkTerms } from '#app/glossary/link-terms.ts'
import type { Db } from '#db/connection.ts'
import { findChapter, listChapters } from './chapter.queries.server.ts'
import { versionOf } from './manual-edition.queries.server.ts'
import { canWriteChapter } from './manual.policy.ts'

/** Everything a chapter's page shows to this reader. Throws not-found when it is not theirs to read. */
export async function readChapterPage(db: Db, actor: Actor, slug: string, lang: Lang) {
  const chapter = await findChapter(db, actor, slug)
  if (!chapter) throw new AppError('not-found')
  const chapters = await listChapters(db, actor, { published: true })
  const at = chapters.findIndex((each) => each.id === chapter.id)
  const current = chapter.state === 'published' ? await currentTexts(db, chapter.documentId) : []
  const shown = inReadingLanguage(current, lang)
  const edition = shown && (await editionById(db, shown.id))
  return {
    chapter,
    chapters,
    previous: chapters[at - 1],
    next: at < 0 ? undefined : chapters[at + 1],
    languages: current.map((text) => text.lang),
    edition: edition && {
      lang: edition.lang,
      number: edition.number,
      publishedAt: edition.publishedAt,
      contributors: edition.contributors.map((person) => person.name),
      version: await versionOf(db, edition.id),
    },
    text: edition && (await readingText(db, edition, lang)),
    drafts: canWriteChapter(actor, chapter) ? (await listTexts(db, chapter.documentId)).map((text) => text.lang) : [],
  }
}

export type ChapterPageData = Awaited<ReturnType<typeof readChapterPage>>

const currentTexts = (db: Db, documentId: string) =>
  db.selectFrom('edition').select(['id', 'lang']).where('document_id', '=', documentId).where('current', '=', true).execute()

/** A frozen text as the reading view shows it: glossary terms linked, citations resolved, headings listed. */
export async function readingText(db: Db, edition: Pick<Edition, 'lang' | 'content' | 'redaction'>, lang: Lang) {
  const terms = edition.lang === 'it' || edition.lang === 'en' ? await linkableTerms(db, edition.lang) : []
  const language = edition.lang === 'en' ? 'en' : 'it'
  return {
    lang: edition.lang,
    redaction: edition.redaction,
    content: linkTerms(edition.content, terms, { lang: language, href: (slug) => `/${lang}/glossario#${slug}` }),
    outline: outlineOf(edition.content).filter((heading) => heading.level === 2),
    cited: await findCited(db, citedIds(edition.content), lang),
  }
}

export type ReadingText = Awaited<ReturnType<typeof readingText>>
