import { z } from 'zod'
import { bilingualList } from '#app/shared/bilingual-list.ts'
import { sourceSchema } from '#app/shared/source.ts'

/**
 * A chapter of the manual: draft → (in review) → published, and back to draft when withdrawn; archived chapters stay
 * only in the old editions that contain them. Its text is a document: publishing freezes an edition of each language
 * written so far, and readers see editions only. The slug is its address for ever.
 */
export const chapterStates = ['draft', 'in-review', 'published', 'archived'] as const
export type ChapterState = (typeof chapterStates)[number]

const next: Record<ChapterState, readonly ChapterState[]> = {
  draft: ['in-review', 'published', 'archived'],
  'in-review': ['draft', 'published', 'archived'],
  // Published again: a new edition of the text.
  published: ['published', 'draft', 'archived'],
  archived: ['draft'],
}

/** True when a chapter may go from one state to another. */
export const mayBecome = (from: ChapterState, to: ChapterState): boolean => next[from].includes(to)

/** The bilingual jsonb column of sources. */
export const chapterSources = bilingualList(sourceSchema)

export const chapterState = z.enum(chapterStates)

/** Versions of the whole book: v0.1, v0.2, v1.0. Stages carry a zero in front. */
export const versionPattern = /^v\d{1,3}\.\d{1,3}$/

/** Words the site uses after /manuale/ and /scrivania/manuale/. */
export const reservedSlugs = ['edizioni', 'nuovo', 'edizione']
