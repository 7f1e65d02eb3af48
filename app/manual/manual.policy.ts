import { type Actor, hasRole } from '#app/shared/actor.ts'
import type { ChapterState } from './chapter.ts'

export type ChapterFacts = { state: ChapterState; programmeId: string | null }

const isEnrolled = (actor: Actor, programmeId: string | null): boolean =>
  actor.kind === 'person' && programmeId !== null && actor.programmes.includes(programmeId)

/** Facilitators, editors and the people enrolled in the chapter's programme write; nobody in an archived one. */
export const canWriteChapter = (actor: Actor, chapter: ChapterFacts): boolean =>
  chapter.state !== 'archived' && (hasRole(actor, 'facilitator') || isEnrolled(actor, chapter.programmeId))

/** Published chapters are for everyone; the others only for those who write them. */
export const canReadChapter = (actor: Actor, chapter: ChapterFacts): boolean =>
  chapter.state === 'published' || canWriteChapter(actor, chapter) || hasRole(actor, 'facilitator')

/** Anyone with an account may suggest changes to a published chapter. */
export const canSuggestOnChapter = (actor: Actor, chapter: ChapterFacts): boolean =>
  actor.kind === 'person' && (chapter.state === 'published' || canWriteChapter(actor, chapter))

/** Number, title, summary and sources are the facilitators' care. */
export const canEditChapter = (actor: Actor, chapter: ChapterFacts): boolean =>
  chapter.state !== 'archived' && hasRole(actor, 'facilitator')

/** Those who write a chapter say when it is ready. */
export const canSubmitChapter = canWriteChapter

/** Facilitators give a chapter in review back to its writers. */
export const canReturnChapter = canEditChapter

export const canCreateChapter = (actor: Actor): boolean => hasRole(actor, 'facilitator')

export const canPublishChapter = (actor: Actor): boolean => hasRole(actor, 'editor')

/** An edition of the whole book is the editors' act. */
export const canPublishManual = (actor: Actor): boolean => hasRole(actor, 'editor')

/** The workspace page of the manual lists something for them. */
export const canWorkOnManual = (actor: Actor): boolean =>
  hasRole(actor, 'facilitator') || (actor.kind === 'person' && actor.programmes.length > 0)
