import { type Actor, hasRole } from '#app/shared/actor.ts'

/** What policies need to know of a programme. `over`: its last day has passed. */
export type ProgrammeFacts = { id: string; published: boolean; open: boolean; over: boolean }
/** What policies need to know of a take-away: published itself, within a published programme. */
export type TakeAwayFacts = { published: boolean; programmePublished: boolean }

/** Everyone reads a published programme with its sessions; facilitators also the ones being prepared. */
export const canReadProgramme = (actor: Actor, programme: ProgrammeFacts): boolean => programme.published || hasRole(actor, 'facilitator')

/** Facilitators change programmes, sessions and their texts. */
export const canEditTraining = (actor: Actor): boolean => hasRole(actor, 'facilitator')

/** Editors make programmes and session texts public. */
export const canPublishTraining = (actor: Actor): boolean => hasRole(actor, 'editor')

/** People with an account, once, while the programme is public, open and not over. */
export const canEnrol = (actor: Actor, programme: ProgrammeFacts): boolean =>
  actor.kind === 'person' && programme.published && programme.open && !programme.over && !actor.programmes.includes(programme.id)

export const canLeave = (actor: Actor, programme: ProgrammeFacts): boolean =>
  actor.kind === 'person' && !programme.over && actor.programmes.includes(programme.id)

/** The link to the live meeting is for those enrolled and those who run it. */
export const canSeeMeeting = (actor: Actor, programme: ProgrammeFacts): boolean =>
  hasRole(actor, 'facilitator') || (actor.kind === 'person' && actor.programmes.includes(programme.id))

export const canReadTakeAway = (actor: Actor, takeAway: TakeAwayFacts): boolean =>
  hasRole(actor, 'facilitator') || (takeAway.published && takeAway.programmePublished)

/** Facilitators write take-aways, published or not: readers see editions only. */
export const canWriteTakeAway = (actor: Actor): boolean => hasRole(actor, 'facilitator')

export const canPublishTakeAway = (actor: Actor): boolean => hasRole(actor, 'editor')
