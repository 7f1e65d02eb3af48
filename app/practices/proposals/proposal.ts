/**
 * A practice somebody proposes, kept as they go.
 *
 * Life without an account: draft → to-confirm (sent; the address waits for its link) → received (editors see it from here) →
 * accepted (a draft sheet was made of it) or declined. A signed-in person's proposal is a draft until it becomes their sheet.
 */
export const proposalStates = ['draft', 'to-confirm', 'received', 'accepted', 'declined'] as const
export type ProposalState = (typeof proposalStates)[number]

export const proposalSteps = [1, 2, 3, 4] as const
export type ProposalStep = (typeof proposalSteps)[number]

/** The step an address asks for; the first for anything else. */
export const stepOf = (value: unknown): ProposalStep => proposalSteps.find((step) => String(step) === value) ?? 1

/** A person needs longer than this from the first saved word to sending; a machine does not (seconds). */
export const SHORTEST_S = 20
/** Days after which what was never sent, or never confirmed, goes. */
export const DRAFT_DAYS = 60
export const CONFIRM_DAYS = 14
/** Days after the decision that the sender's address is kept, to tell what becomes of the sheet. */
export const DECIDED_DAYS = 365

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_LETTERS = 16

/** Sixteen letters without look-alikes, 80 bits, in groups that can be read aloud: `K7QM-2XBD-…`. */
export function codeFrom(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, CODE_LETTERS)].map((byte) => alphabet[byte % alphabet.length])
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}

/** A code as somebody typed it, in its one spelling; undefined when it can be none. */
export function codeOf(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (letters.length !== CODE_LETTERS || [...letters].some((letter) => !alphabet.includes(letter))) return undefined
  return (letters.match(/.{4}/g) ?? []).join('-')
}
