import { sql } from 'kysely'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import { publicStates } from './practice.ts'

/** SQL twin of `canRead`: a condition on a row of `practice`. practice.policy.db.test.ts holds the two together. */
export function visibleTo(actor: Actor) {
  if (hasRole(actor, 'editor')) return sql<boolean>`true`
  const isPublic = sql<boolean>`(practice.state = any(${[...publicStates]}::text[]) and not practice.is_example)`
  if (actor.kind !== 'person') return isPublic
  return sql<boolean>`(${isPublic} or practice.is_example or ${ownedBy(actor)})`
}

/** SQL twin of "the author or somebody of the lead body". */
export function ownedBy(actor: Actor) {
  if (actor.kind !== 'person') return sql<boolean>`false`
  const bodies = actor.organisations.map((membership) => membership.id)
  return sql<boolean>`(practice.author_id = ${actor.id} or exists (
    select from practice_organisation lead where lead.practice_id = practice.id and lead.role = 'lead'
      and lead.organisation_id = any(${bodies}::uuid[])))`
}
