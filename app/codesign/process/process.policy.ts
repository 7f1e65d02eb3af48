import { type Actor, belongsTo, hasRole } from '#app/shared/actor.ts'
import type { ProcessState } from './process.ts'

/** What policies need to know of a process. */
export type ProcessFacts = { state: ProcessState; promoterId: string | null; facilitatorIds: readonly string[] }

const facilitates = (actor: Actor, { facilitatorIds }: ProcessFacts): boolean =>
  actor.kind === 'person' && facilitatorIds.includes(actor.id)

/** Facilitators and editors begin a process; who begins it facilitates it. */
export const canCreateProcess = (actor: Actor): boolean => hasRole(actor, 'facilitator')

/** Runs it: pages, phases, meetings, codes, questions, cards, outcomes, care. Its facilitators, and editors. */
export const canFacilitate = (actor: Actor, process: ProcessFacts): boolean => hasRole(actor, 'editor') || facilitates(actor, process)

/** Makes it public, closes and archives it. */
export const canPublishProcess = (actor: Actor): boolean => hasRole(actor, 'editor')

/** Sees how it is going without a hand in it: the promoter's contacts besides those who run it. */
export const canFollow = (actor: Actor, process: ProcessFacts): boolean =>
  canFacilitate(actor, process) || (process.promoterId !== null && belongsTo(actor, [process.promoterId], 'contact'))

/** Everybody reads what is open or closed; before that those who follow it; the archive is the editors'. */
export function canReadProcess(actor: Actor, process: ProcessFacts): boolean {
  switch (process.state) {
    case 'open':
    case 'closed':
      return true
    case 'draft':
      return canFollow(actor, process)
    case 'archived':
      return hasRole(actor, 'editor')
  }
}
