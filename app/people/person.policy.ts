import { type Actor, hasRole } from '#app/shared/actor.ts'
import type { Account } from './person.ts'

const isSelf = (actor: Actor, person: { id: string }): boolean => actor.kind === 'person' && actor.id === person.id

/** The pages of people, roles, invitations and kept mail. */
export const canAdminister = (actor: Actor): boolean => hasRole(actor, 'admin')

/** Nobody changes their own role: there is always another administrator who did it. */
export const canChangeRole = (actor: Actor, person: Account): boolean =>
  canAdminister(actor) && !isSelf(actor, person) && person.state !== 'closed'

export const canSuspend = (actor: Actor, person: Account): boolean =>
  canAdminister(actor) && !isSelf(actor, person) && person.state === 'active'

export const canRestore = (actor: Actor, person: Account): boolean =>
  canAdminister(actor) && !isSelf(actor, person) && person.state === 'suspended'
