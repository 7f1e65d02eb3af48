import { sourceLine } from '#app/shared/source.ts'
import type { Chapter } from './chapter.queries.server.ts'

/** A stored chapter as its form shows it. */
export const chapterValues = (chapter: Chapter): Record<string, string> => ({
  number: String(chapter.number),
  title_it: chapter.title_it,
  title_en: chapter.title_en,
  summary_it: chapter.summary_it,
  summary_en: chapter.summary_en,
  sources_it: chapter.sources.it.map(sourceLine).join('\n'),
  sources_en: chapter.sources.en.map(sourceLine).join('\n'),
})
