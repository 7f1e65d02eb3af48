import { type Lang, pick } from '#app/shared/languages.ts'
import type { ChapterPageData } from './chapter-page.queries.server.ts'

/** A chapter as schema.org Chapter of a Book. */
export function chapterLinkedData(
  { chapter, edition }: ChapterPageData,
  book: string,
  origin: string,
  lang: Lang,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Chapter',
    name: pick(lang, chapter.title_it, chapter.title_en).text,
    description: pick(lang, chapter.summary_it, chapter.summary_en).text,
    position: chapter.number,
    url: `${origin}/${lang}/manuale/${chapter.slug}`,
    isPartOf: { '@type': 'Book', name: book, url: `${origin}/${lang}/manuale` },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    creativeWorkStatus: 'Draft',
    ...(edition && {
      inLanguage: edition.lang,
      dateModified: edition.publishedAt.toISOString(),
      version: edition.version ?? `${edition.number}`,
      ...(edition.contributors.length > 0 && { contributor: edition.contributors.map((name) => ({ '@type': 'Person', name })) }),
    }),
  }
}
