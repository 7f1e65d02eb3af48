import { type Actor, hasRole } from '#app/shared/actor.ts'

/** Themes, kinds and target groups are the editors' (product.md A2). */
export const canManageTerms = (actor: Actor): boolean => hasRole(actor, 'editor')
