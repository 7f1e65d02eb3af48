import { type Actor, hasRole } from '#app/shared/actor.ts'

/** The glossary and the words people type for its terms are the editors', as the other lists are (product.md A2). */
export const canKeepGlossary = (actor: Actor): boolean => hasRole(actor, 'editor')
