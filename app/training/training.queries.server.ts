import type { Selectable } from 'kysely'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import type { DB } from '#db/schema.generated.ts'
import { romeDay } from '#app/shared/rome-time.ts'
import { materials, names, sources } from './training-lists.ts'
import { canReadProgramme, type ProgrammeFacts } from './training.policy.ts'

export type ProgrammeSummary = Awaited<ReturnType<typeof listProgrammes>>[number]
export type Programme = NonNullable<Awaited<ReturnType<typeof findProgramme>>>
export type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>
export type SessionSummary = Awaited<ReturnType<typeof listSessions>>[number]

/** Programmes the actor may read, with how many sessions they have and when the next one is. */
export async function listProgrammes(db: Db, actor: Actor) {
  return await db
    .selectFrom('programme as g')
    .$if(!hasRole(actor, 'facilitator'), (query) => query.where('g.published_at', 'is not', null))
    .select((eb) => [
      'g.id',
      'g.slug',
      'g.title_it',
      'g.title_en',
      'g.summary_it',
      'g.summary_en',
      'g.place_it',
      'g.place_en',
      'g.is_example as isExample',
      'g.starts_on as startsOn',
      'g.ends_on as endsOn',
      'g.open',
      'g.published_at as publishedAt',
      'g.document_id as documentId',
      eb
        .selectFrom('training_session as s')
        .whereRef('s.programme_id', '=', 'g.id')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('sessions'),
      eb
        .selectFrom('training_session as s')
        .whereRef('s.programme_id', '=', 'g.id')
        .where('s.ends_at', '>', new Date())
        .select((e) => e.fn.min('s.starts_at').as('at'))
        .as('nextMeeting'),
    ])
    .execute()
}

/** One programme by its address, when the actor may read it; undefined otherwise, absent and forbidden alike. */
export async function findProgramme(db: Db, actor: Actor, slug: string) {
  const row = await db.selectFrom('programme').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && canReadProgramme(actor, programmeFacts(row)) ? { ...row, ...parseLists(row) } : undefined
}

const parseLists = (row: Pick<Selectable<DB['programme']>, 'organisers' | 'sources'>) => ({
  organisers: names.parse(row.organisers),
  sources: sources.parse(row.sources),
})

/** What the policies ask of a programme. */
export const programmeFacts = (row: Pick<Selectable<DB['programme']>, 'id' | 'published_at' | 'open' | 'ends_on'>): ProgrammeFacts => ({
  id: row.id,
  published: row.published_at !== null,
  open: row.open,
  over: row.ends_on < romeDay(new Date()),
})

/** Sessions of a programme in order; ask for the programme first, which decides who reads. */
export async function listSessions(db: Db, programmeId: string) {
  return await db
    .selectFrom('training_session as s')
    .where('s.programme_id', '=', programmeId)
    .select((eb) => [
      's.id',
      's.number',
      's.slug',
      's.title_it',
      's.title_en',
      's.summary_it',
      's.summary_en',
      's.editorial_title as editorialTitle',
      's.starts_at as startsAt',
      's.ends_at as endsAt',
      's.document_id as documentId',
      eb
        .selectFrom('take_away as a')
        .whereRef('a.session_id', '=', 's.id')
        .where('a.published_at', 'is not', null)
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('takeAways'),
    ])
    .orderBy('s.number')
    .execute()
}

/** One session of a programme by its address. */
export async function findSession(db: Db, programmeId: string, slug: string) {
  const row = await db
    .selectFrom('training_session')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,
    experts: names.parse(row.experts),
    prompts: names.parse(row.prompts),
    materials: materials.parse(row.materials),
    sources: sources.parse(row.sources),
  }
}

/** Take-aways of a session in their order; drafts only for facilitators. */
export async function listTakeAways(db: Db, actor: Actor, sessionId: string) {
  return await db
    .selectFrom('take_away')
    .where('session_id', '=', sessionId)
    .$if(!hasRole(actor, 'facilitator'), (query) => query.where('published_at', 'is not', null))
    .select([
      'id',
      'slug',
      'position',
      'title_it',
      'title_en',
      'document_id as documentId',
      'published_at as publishedAt',
      'example_text as exampleText',
    ])
    .orderBy('position')
    .execute()
}

export type TakeAwaySummary = Awaited<ReturnType<typeof listTakeAways>>[number]

/** The place of a person in a programme, or undefined. */
export async function findEnrolment(db: Db, programmeId: string, personId: string) {
  return await db
    .selectFrom('enrolment')
    .select(['body', 'territory_id as territoryId', 'created_at as createdAt'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Who is enrolled, for those who run the programme. */
export async function listEnrolled(db: Db, programmeId: string) {
  return await db
    .selectFrom('enrolment as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('territory as t', 't.id', 'e.territory_id')
    .where('e.programme_id', '=', programmeId)
    .where('e.ended_at', 'is', null)
    .select(['p.id', 'p.name', 'e.body', 't.name_it as territory', 'e.created_at as since'])
    .orderBy('p.name')
    .execute()
}
