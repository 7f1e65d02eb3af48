import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Actor, type Person, type Role, roles } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { type Account, stateOf } from './person.ts'
import { canAdminister } from './person.policy.ts'
import type { PeopleQuery } from './person.schema.ts'

export const PEOPLE_PER_PAGE = 25

/** The actor's own profile. */
export const readProfile = (db: Db, actor: Person) =>
  db.selectFrom('person').select(['name', 'email', 'bio', 'locale', 'listed']).where('id', '=', actor.id).executeTakeFirstOrThrow()

/** The administrator's list: search in name and address, role, state; newest first. Closed accounts only when asked for. */
export async function listPeople(db: Db, actor: Actor, { q, role, state, page }: PeopleQuery) {
  if (!canAdminister(actor)) throw new AppError('forbidden')
  let people = db.selectFrom('person')
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    people = people.where((row) =>
      row.or([row(sql`unaccent(name)`, 'ilike', sql<string>`unaccent(${pattern})`), row('email', 'ilike', pattern)]),
    )
  }
  if (role) people = people.where('role', '=', role)
  people = people.where('closed_at', state === 'closed' ? 'is not' : 'is', null)
  if (state === 'suspended') people = people.where('suspended_at', 'is not', null)
  if (state === 'active') people = people.where('suspended_at', 'is', null)
  const { total } = await people.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await people
    .select(['id', 'name', 'email', 'role', 'suspended_at', 'closed_at', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(PEOPLE_PER_PAGE)
    .offset((page - 1) * PEOPLE_PER_PAGE)
    .execute()
  return { total, people: rows.map((row) => ({ ...row, role: row.role as Role, state: stateOf(row) })) }
}

/** One account for the administrator, with memberships and the last things done to it. */
export async function findAccount(db: Db, actor: Actor, id: string) {
  if (!canAdminister(actor)) throw new AppError('forbidden')
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'role', 'locale', 'listed', 'created_at', 'suspended_at', 'closed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) throw new AppError('not-found')
  const memberships = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.slug', 'organisation.name', 'membership.role', 'membership.state'])
    .where('membership.person_id', '=', id)
    .orderBy('organisation.name')
    .execute()
  const acts = await db
    .selectFrom('audit_entry')
    .leftJoin('person', 'person.id', 'audit_entry.actor_id')
    .select(['audit_entry.id', 'audit_entry.at', 'audit_entry.action', 'person.name as actor'])
    .where('subject', '=', `person:${id}`)
    .orderBy('audit_entry.id', 'desc')
    .limit(20)
    .execute()
  return { person: { ...person, role: person.role as Role, state: stateOf(person) }, memberships, acts }
}

/** Locks an account and reads what policies need; first step of the administrator's verbs. */
export async function lockAccount(trx: Db, id: string): Promise<Account> {
  const row = await trx
    .selectFrom('person')
    .select(['id', 'role', 'suspended_at', 'closed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('not-found')
  const role = roles.find((known) => known === row.role)
  if (!role) throw new Error(`Unknown role ${row.role}`)
  return { id: row.id, role, state: stateOf(row) }
}
