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

/** Whoever is asking: a visitor without an account, or a person. */
export type Actor = { kind: 'visitor' } | Person

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
