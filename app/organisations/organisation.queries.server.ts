import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Actor, hasRole, type Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { within } from '#app/territories/territory.queries.server.ts'
import { kindOf, membershipRoleOf, membershipStateOf } from './organisation.ts'
import { canManageMembers, canSeeMembers } from './organisation.policy.ts'
import type { OrganisationQuery } from './organisation.schema.ts'

export const ORGANISATIONS_PER_PAGE = 24
const columns = [
  'id',
  'slug',
  'name',
  'kind',
  'territory_id',
  'website',
  'description_it',
  'description_en',
  'source_url',
  'is_example',
  'updated_at',
] as const

/** Bodies by name, filtered; with the total over all pages. Every body is public. */
export async function listOrganisations(db: Db, { q, kind, territory, page }: OrganisationQuery) {
  let bodies = db.selectFrom('organisation')
  if (q) bodies = bodies.where(sql`unaccent(name)`, 'ilike', sql<string>`unaccent(${`%${q.replace(/[\\%_]/g, '\\$&')}%`})`)
  if (kind) bodies = bodies.where('kind', '=', kind)
  if (territory) bodies = bodies.where((row) => within(row.ref('territory_id'), territory))
  const { total } = await bodies.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await bodies
    .select(columns)
    .orderBy(sql`lower(unaccent(name)) collate "C"`)
    .orderBy('id')
    .limit(ORGANISATIONS_PER_PAGE)
    .offset((page - 1) * ORGANISATIONS_PER_PAGE)
    .execute()
  return { total, organisations: rows.map((row) => ({ ...row, kind: kindOf(row.kind) })) }
}

/** One body by its slug; `not-found` otherwise. */
export async function findOrganisation(db: Db, slug: string) {
  const row = await db.selectFrom('organisation').select(columns).where('slug', '=', slug).executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return { ...row, kind: kindOf(row.kind) }
}

/** Id, slug and name of every body, by name: for selects in other forms. */
export const listOrganisationNames = (db: Db) =>
  db
    .selectFrom('organisation')
    .select(['id', 'slug', 'name'])
    .orderBy(sql`lower(unaccent(name)) collate "C"`)
    .execute()

/** Kinds and places in use, for the filters of the list. */
export async function listUsedFilters(db: Db): Promise<{ kinds: ReturnType<typeof kindOf>[]; territoryIds: string[] }> {
  const rows = await db.selectFrom('organisation').select(['kind', 'territory_id']).distinct().execute()
  return {
    kinds: [...new Set(rows.map((row) => kindOf(row.kind)))],
    territoryIds: [...new Set(rows.map((row) => row.territory_id).filter((id) => id !== null))],
  }
}

/** The people of a body the reader may see: members and editors see all, everybody else who agreed to be listed. */
export async function listPeopleOf(db: Db, actor: Actor, organisation: { id: string }) {
  let people = db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.name', 'person.bio', 'membership.role'])
    .where('membership.organisation_id', '=', organisation.id)
    .where('membership.state', '=', 'active')
    .where('person.closed_at', 'is', null)
    .where('person.suspended_at', 'is', null)
  if (!canSeeMembers(actor, organisation)) people = people.where('person.listed', '=', true)
  const rows = await people.orderBy('membership.role').orderBy('person.name').execute()
  return rows.map((row) => ({ ...row, role: membershipRoleOf(row.role) }))
}

/** Members, requests and open invitations, for those who manage them. Addresses are shown to them only. */
export async function listMemberships(db: Db, actor: Actor, organisation: { id: string }) {
  if (!canManageMembers(actor, organisation)) throw new AppError('forbidden')
  const rows = await db
    .selectFrom('membership')
    .leftJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.role', 'membership.state', 'membership.created_at', 'membership.invited_email'])
    .select(['membership.person_id', 'person.name', 'person.email'])
    .where('membership.organisation_id', '=', organisation.id)
    .where('membership.state', 'in', ['active', 'requested', 'invited'])
    .orderBy(sql`array_position(array['requested', 'invited', 'active'], membership.state)`)
    .orderBy('membership.created_at')
    .execute()
  return rows.map((row) => ({ ...row, role: membershipRoleOf(row.role), state: membershipStateOf(row.state) }))
}

/** The state of the actor's own membership in a body; undefined when there never was one. */
export async function ownMembership(db: Db, actor: Actor, organisation: { id: string }) {
  if (actor.kind !== 'person') return undefined
  const row = await db
    .selectFrom('membership')
    .select(['id', 'state', 'role'])
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', actor.id)
    .executeTakeFirst()
  return row && { ...row, state: membershipStateOf(row.state), role: membershipRoleOf(row.role) }
}

/** The actor's bodies, for their profile. */
export async function listOwnMemberships(db: Db, actor: Person) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['membership.id', 'membership.role', 'membership.state', 'organisation.slug', 'organisation.name'])
    .where('membership.person_id', '=', actor.id)
    .where('membership.state', 'in', ['active', 'requested'])
    .orderBy('organisation.name')
    .execute()
  return rows.map((row) => ({ ...row, role: membershipRoleOf(row.role), state: membershipStateOf(row.state) }))
}

/** Requests that wait, over all bodies, for the administrator's page. */
export async function listOpenRequests(db: Db, actor: Actor) {
  if (!hasRole(actor, 'editor')) throw new AppError('forbidden')
  return await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'membership.id',
      'membership.created_at',
      'organisation.slug',
      'organisation.name as organisation',
      'person.name',
      'person.email',
    ])
    .where('membership.state', '=', 'requested')
    .orderBy('membership.created_at')
    .limit(200)
    .execute()
}
