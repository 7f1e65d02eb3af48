import { type Actor, belongsTo, hasRole } from '#app/shared/actor.ts'
import type { MembershipState } from './organisation.ts'

type Body = { id: string }

export const canCreateOrganisation = (actor: Actor): boolean => hasRole(actor, 'editor')

/** Editors, and the body's contacts. */
export const canEditOrganisation = (actor: Actor, organisation: Body): boolean =>
  hasRole(actor, 'editor') || belongsTo(actor, [organisation.id], 'contact')

/** Invite, approve, refuse, change role, end: whoever edits the page answers for its people. */
export const canManageMembers = canEditOrganisation

/** Anybody with an account may ask, once at a time; `membership` is the state of their own row, if any. */
export const canAskToJoin = (actor: Actor, membership: MembershipState | undefined): boolean =>
  actor.kind === 'person' && membership !== 'active' && membership !== 'requested'

/** Members see who else belongs; the public sees only who agreed to be listed. */
export const canSeeMembers = (actor: Actor, organisation: Body): boolean => hasRole(actor, 'editor') || belongsTo(actor, [organisation.id])
