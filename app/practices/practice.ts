import { practiceSections } from '#app/documents/schema/definitions.ts'

/**
 * A practice sheet: what somebody did, where, with what result. The type says what it describes; memoranda, pacts,
 * projects and events share the sheet and are never listed as practices.
 *
 * Life: draft → submitted → accepted → published → to-reconfirm (untouched for long) → published again, with
 * changes-requested in between as often as needed and archived at the end. Nothing is deleted: archived sheets keep
 * their address and can come back as drafts.
 */
export const practiceTypes = ['practice', 'memorandum', 'pact', 'project', 'event'] as const
export type PracticeType = (typeof practiceTypes)[number]

export const practiceStates = ['draft', 'submitted', 'changes-requested', 'accepted', 'published', 'to-reconfirm', 'archived'] as const
export type PracticeState = (typeof practiceStates)[number]

export const practiceMoves = [
  'submit',
  'request-changes',
  'accept',
  'publish',
  'ask-reconfirm',
  'reconfirm',
  'unpublish',
  'archive',
  'restore',
] as const
export type PracticeMove = (typeof practiceMoves)[number]

type Rule = { from: readonly PracticeState[]; to: PracticeState; reason: 'required' | 'optional' }

/** The one table of transitions. A move that is absent for a state is refused as out of turn. */
export const transitions: Record<PracticeMove, Rule> = {
  submit: { from: ['draft', 'changes-requested'], to: 'submitted', reason: 'optional' },
  'request-changes': { from: ['submitted', 'accepted'], to: 'changes-requested', reason: 'required' },
  accept: { from: ['submitted'], to: 'accepted', reason: 'optional' },
  publish: { from: ['draft', 'submitted', 'accepted', 'published', 'to-reconfirm'], to: 'published', reason: 'optional' },
  'ask-reconfirm': { from: ['published'], to: 'to-reconfirm', reason: 'optional' },
  reconfirm: { from: ['to-reconfirm'], to: 'published', reason: 'optional' },
  unpublish: { from: ['published', 'to-reconfirm'], to: 'accepted', reason: 'required' },
  archive: {
    from: ['draft', 'submitted', 'changes-requested', 'accepted', 'published', 'to-reconfirm'],
    to: 'archived',
    reason: 'required',
  },
  restore: { from: ['archived'], to: 'draft', reason: 'optional' },
}

/** Where a move leads from a state, or null when it is out of turn. */
export function next(state: PracticeState, move: PracticeMove): PracticeState | null {
  const rule = transitions[move]
  return rule.from.includes(state) ? rule.to : null
}

/** Moves the state allows, whoever asks. */
export const movesFrom = (state: PracticeState): PracticeMove[] => practiceMoves.filter((move) => next(state, move) !== null)

/** What keeps a sheet from being published: records carry both a theme and a kind (product.md A2). */
export function missingTerms(terms: readonly { list: string }[]): 'no-theme' | 'no-kind' | 'no-theme-no-kind' | undefined {
  const has = (list: string) => terms.some((term) => term.list === list)
  if (has('theme')) return has('kind') ? undefined : 'no-kind'
  return has('kind') ? 'no-theme' : 'no-theme-no-kind'
}

/** States whose current editions anybody reads. */
export const publicStates: readonly PracticeState[] = ['published', 'to-reconfirm']
export const isPublicState = (state: PracticeState): boolean => publicStates.includes(state)

/** Fixed parts of the narrative, in reading order: nodes of the document that cannot be deleted. */
export { practiceSections }
export type PracticeSection = (typeof practiceSections)[number]

/** A sheet is full when these six say something (issue 2, section 3); otherwise it is a short sheet. */
export const obligatorySections = [
  'problem',
  'how',
  'resources',
  'results',
  'difficulties',
  'transfer',
] as const satisfies readonly PracticeSection[]

/** Where sheets of a type are listed and read; migration 09 says the same for the catalogue. */
export function folderOf(type: PracticeType): '/buone-pratiche' | '/patti' | '/progetti' {
  if (type === 'practice') return '/buone-pratiche'
  return type === 'memorandum' || type === 'pact' ? '/patti' : '/progetti'
}

export const pathOf = (practice: { type: PracticeType; slug: string }): string => `${folderOf(practice.type)}/${practice.slug}`

/** True for what can be a sheet's id: addresses come from outside, and the database throws at anything else. */
export const isPracticeId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** True for what can be the last part of a sheet's address. */
export const isSlug = (slug: string): boolean => /^[a-z0-9-]{1,120}$/.test(slug)

/** The id under which search, citations and feeds know a sheet. */
export const catalogueId = (practice: { type: string; id: string }): string => `${practice.type}:${practice.id}`

/** `2021` + `2023` → `2021–2023`; an open end is told by `ongoing` beside it. */
export function yearsOf(practice: { period_start: string | null; period_end: string | null }): string {
  const years = [practice.period_start, practice.period_end].flatMap((day) => (day ? [day.slice(0, 4)] : []))
  return [...new Set(years)].join('–')
}
