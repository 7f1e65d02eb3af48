import { type Actor, belongsTo, hasRole } from '#app/shared/actor.ts'
import { isPublicState, type PracticeMove, type PracticeState } from './practice.ts'

/** What the policy needs to know about a sheet. `leads` are the bodies in charge of it. */
export type PracticeFacts = { state: PracticeState; authorId: string | null; leads: readonly string[]; isExample: boolean }

const isAuthor = (actor: Actor, practice: PracticeFacts): boolean => actor.kind === 'person' && practice.authorId === actor.id

/** The author and the people of the lead body: those who answer for what the sheet says. */
export const isOwner = (actor: Actor, practice: PracticeFacts): boolean => isAuthor(actor, practice) || belongsTo(actor, practice.leads)

/** Whoever asks may read what is public; examples are shown to people with an account, so that nobody takes them for real. */
export function canRead(actor: Actor, practice: PracticeFacts): boolean {
  if (hasRole(actor, 'editor')) return true
  if (practice.isExample) return actor.kind === 'person'
  return isPublicState(practice.state) || isOwner(actor, practice)
}

/** Author and lead body write while it is theirs to change; once submitted, and later, editors do. */
export function canEdit(actor: Actor, practice: PracticeFacts): boolean {
  if (practice.state === 'archived') return false
  if (hasRole(actor, 'editor')) return true
  return isOwner(actor, practice) && (practice.state === 'draft' || practice.state === 'changes-requested')
}

export const canSubmit = (actor: Actor, practice: PracticeFacts): boolean => isOwner(actor, practice) || hasRole(actor, 'editor')
export const canRequestChanges = (actor: Actor): boolean => hasRole(actor, 'editor')
export const canAccept = (actor: Actor): boolean => hasRole(actor, 'editor')
export const canPublish = (actor: Actor): boolean => hasRole(actor, 'editor')

/** Editors archive anything; owners withdraw what was not submitted yet. */
export const canArchive = (actor: Actor, practice: PracticeFacts): boolean =>
  hasRole(actor, 'editor') || (isOwner(actor, practice) && practice.state === 'draft')

/** Those who answer for it say that it still holds (product.md A6). */
export const canReconfirm = (actor: Actor, practice: PracticeFacts): boolean => isOwner(actor, practice) || hasRole(actor, 'editor')

/** Anyone with an account may start a sheet. */
export const canCreate = (actor: Actor): boolean => actor.kind === 'person'

/** Memoranda, pacts, projects and events are entered by editors; everybody else proposes practices. */
export const canChooseType = (actor: Actor): boolean => hasRole(actor, 'editor')

/** Whether the person may make this move at all; whether the state allows it is `next` in practice.ts. */
export function canMove(actor: Actor, practice: PracticeFacts, move: PracticeMove): boolean {
  switch (move) {
    case 'submit':
      return canSubmit(actor, practice)
    case 'reconfirm':
      return canReconfirm(actor, practice)
    case 'archive':
      return canArchive(actor, practice)
    case 'request-changes':
      return canRequestChanges(actor)
    case 'accept':
      return canAccept(actor)
    case 'publish':
    case 'unpublish':
    case 'ask-reconfirm':
    case 'restore':
      return canPublish(actor)
  }
}

/** As whom the person acts: shown on the follow-up page beside the date. */
export function actingAs(actor: Actor, practice: PracticeFacts): 'author' | 'body' | 'editor' {
  if (isAuthor(actor, practice)) return 'author'
  return belongsTo(actor, practice.leads) && !hasRole(actor, 'editor') ? 'body' : 'editor'
}
