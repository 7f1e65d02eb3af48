import { AppError } from '#app/shared/app-error.ts'
import { inReadingLanguage } from '#app/shared/in-reading-language.ts'
import type { Lang } from '#app/shared/languages.ts'
import { diffEditions, editionById } from '#app/documents/editions/edition.queries.server.ts'
import type { Db } from '#db/connection.ts'
import { readingText } from './chapter-page.queries.server.ts'
import { findPinnedTexts, listManualEditions, listPinnedChapters } from './manual-edition.queries.server.ts'

/** An edition of the book with its chapters in the reader's language, and the edition before it. Throws not-found. */
export async function readEditionPage(db: Db, version: string, lang: Lang) {
  const editions = await listManualEditions(db)
  const at = editions.findIndex((edition) => edition.version === version)
  const edition = editions[at]
  if (!edition) throw new AppError('not-found')
  const pinned = await listPinnedChapters(db, version)
  const slugs = [...new Set(pinned.map((row) => row.slug))]
  const chapters = slugs.flatMap((slug) => {
    const rows = pinned.filter((row) => row.slug === slug)
    const row = inReadingLanguage(rows, lang)
    return row ? [{ ...row, languages: rows.map((each) => each.lang) }] : []
  })
  return { edition, chapters, before: editions[at + 1]?.version, latest: editions[0]?.version ?? version }
}

export type EditionPageData = Awaited<ReturnType<typeof readEditionPage>>

/** A chapter as an edition of the book has it. Throws not-found, also for words that were withdrawn since. */
export async function readEditionChapterPage(db: Db, version: string, slug: string, lang: Lang) {
  const { edition, chapters, before, latest } = await readEditionPage(db, version, lang)
  const pinned = inReadingLanguage(await findPinnedTexts(db, version, slug), lang)
  const frozen = pinned && (await editionById(db, pinned.editionId))
  if (!pinned || !frozen || frozen.withdrawn) throw new AppError('not-found')
  const at = chapters.findIndex((chapter) => chapter.slug === slug)
  return {
    edition,
    chapters,
    latest,
    before,
    pinned,
    contributors: frozen.contributors.map((person) => person.name),
    text: await readingText(db, frozen, lang),
    previous: chapters[at - 1],
    next: chapters[at + 1],
  }
}

export type EditionChapterData = Awaited<ReturnType<typeof readEditionChapterPage>>

/**
 * What changed in a chapter between two editions of the book, in a language both have. `blocks` is undefined when the
 * earlier edition does not have it. An unknown `from` falls back to the edition before. Throws not-found.
 */
export async function readDifferencesPage(db: Db, version: string, slug: string, from: string | null, lang: Lang) {
  const editions = await listManualEditions(db)
  const at = editions.findIndex((edition) => edition.version === version)
  const earlier = editions.slice(at + 1)
  const before = earlier.find((edition) => edition.version === from) ?? earlier[0]
  const texts = await findPinnedTexts(db, version, slug)
  if (at < 0 || texts.length === 0) throw new AppError('not-found')
  const old = before ? await findPinnedTexts(db, before.version, slug) : []
  const inBoth = texts.filter((text) => old.some((each) => each.lang === text.lang))
  const text = inReadingLanguage(inBoth, lang)
  const same = old.find((each) => each.lang === text?.lang)
  const shown = text ?? inReadingLanguage(texts, lang)
  if (!shown) throw new AppError('not-found')
  return {
    version,
    slug,
    number: shown.number,
    title: shown.title,
    lang: shown.lang,
    before: before?.version,
    earlier: earlier.map((edition) => edition.version),
    blocks: text && same ? await diffEditions(db, same.editionId, text.editionId) : undefined,
  }
}

export type DifferencesData = Awaited<ReturnType<typeof readDifferencesPage>>
