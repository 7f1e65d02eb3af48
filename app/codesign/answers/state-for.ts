import type { Here } from '../join/participant-session.server.ts'

/** How things stand for a participant, short: which questions are open, or why they may not answer any more. */
export const stateFor = ({ ended }: Pick<Here, 'ended'>, cards: readonly { id: string }[]): string =>
  ended ?? cards.map(({ id }) => id.slice(-8)).join('.')
