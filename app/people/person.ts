import type { Role } from '#app/shared/actor.ts'

/**
 * A person with an account.
 *
 * Life: registered (a token waits for the e-mail to be confirmed; there is no row yet) → active → suspended ⇄ active
 * → closed. Closing erases name, address, password and texts about the person; the row stays, nameless, because
 * audit entries and text authorship point to it.
 */
export type PersonState = 'active' | 'suspended' | 'closed'

export const stateOf = (person: { suspended_at: Date | null; closed_at: Date | null }): PersonState =>
  person.closed_at ? 'closed' : person.suspended_at ? 'suspended' : 'active'

/** What the policies need to know about an account. */
export type Account = { id: string; role: Role; state: PersonState }

/** What is written down about accounts; shown as t(`people.act.${act}`). */
export const personActs = [
  'registered',
  'created',
  'role-changed',
  'suspended',
  'restored',
  'closed',
  'email-changed',
  'password-changed',
  'password-reset',
  'session-revoked',
] as const

/** Stored in place of the name of a closed account; shown wherever its texts are credited. */
export const CLOSED_NAME = 'Account chiuso'

/** How long links sent by mail work. */
export const HOUR_MS = 3_600_000
export const CONFIRM_HOURS = 48
export const RESET_HOURS = 2
export const INVITATION_HOURS = 14 * 24

/** One spelling for addresses: compared, limited and stored in lower case. */
export const sameAddress = (email: string): string => email.trim().toLowerCase()
