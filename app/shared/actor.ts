export const roles = ['member', 'facilitator', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** A signed-in person as policies see them. */
export type Person = {
  kind: 'person'
  id: string
  name: string
  email: string
  role: Role
  /** Active memberships; a contact (referente) speaks for the body. */
  organisations: { id: string; role: 'member' | 'contact' }[]
  /** Programmes the person is enrolled in now. */
  programmes: string[]
}

/**
 * A guest of one participatory process, in by a code and without an account. `name` is the pseudonym or the name they
 * chose to show; nothing else is known about them (quality.md, participants).
 */
export type Participant = {
  kind: 'participant'
  id: string
  name: string
  processId: string
  /** The table they sit at, whose text they may write while it is open. */
  tableId: string | undefined
}

/** Those who may write live: the live server treats both alike and asks the policies. */
export type Writer = Person | Participant

/** Whoever is asking: a visitor without an account, a person, or a participant who came in by a code. */
export type Actor = { kind: 'visitor' } | Person | Participant

export const visitor: Actor = { kind: 'visitor' }

/** True when the actor's account role is at least `role` (member < facilitator < editor < admin). */
export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind === 'person' && roles.indexOf(actor.role) >= roles.indexOf(role)
}

/** True when the actor is an active member (or, with `as: 'contact'`, a contact) of one of these organisations. */
export function belongsTo(actor: Actor, organisationIds: readonly string[], as?: 'contact'): boolean {
  return (
    actor.kind === 'person' &&
    actor.organisations.some((membership) => organisationIds.includes(membership.id) && (as === undefined || membership.role === as))
  )
}
