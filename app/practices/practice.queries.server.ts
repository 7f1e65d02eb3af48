import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Actor, hasRole, type Person } from '#app/shared/actor.ts'
import { type PracticeSheet, selectSheet } from './practice-row.server.ts'
import { isPracticeId, isSlug, type PracticeState, type PracticeType } from './practice.ts'
import { ownedBy, visibleTo } from './visible-to.server.ts'

/** The sheet at this address as the actor may see it; `moved` when the slug is an old one; undefined when there is none. */
export async function findPractice(db: Db, actor: Actor, slug: string): Promise<{ sheet: PracticeSheet } | { moved: string } | undefined> {
  if (!isSlug(slug)) return undefined
  const sheet = await selectSheet(db).where('practice.slug', '=', slug).where(visibleTo(actor)).executeTakeFirst()
  if (sheet) return { sheet }
  const old = await db
    .selectFrom('practice_old_slug')
    .innerJoin('practice', 'practice.id', 'practice_old_slug.practice_id')
    .select('practice.slug')
    .where('practice_old_slug.slug', '=', slug)
    .where(visibleTo(actor))
    .executeTakeFirst()
  return old && { moved: old.slug }
}

/** The sheet with this id as the actor may see it; what is no id is no sheet. */
export async function findPracticeById(db: Db, actor: Actor, id: string): Promise<PracticeSheet | undefined> {
  if (!isPracticeId(id)) return undefined
  return selectSheet(db).where('practice.id', '=', id).where(visibleTo(actor)).executeTakeFirst()
}

/** The sheet whose text is this document, as the actor may see it. */
export const findPracticeByDocument = (db: Db, actor: Actor, documentId: string): Promise<PracticeSheet | undefined> =>
  selectSheet(db).where('practice.document_id', '=', documentId).where(visibleTo(actor)).executeTakeFirst()

export type PracticeStep = {
  id: number
  at: Date
  from_state: PracticeState | null
  to_state: PracticeState
  reason: string
  actor_role: 'author' | 'body' | 'editor' | 'system'
  actor_name: string | null
}

/** What happened to a sheet, newest first. Callers show it only to those who may edit or review the sheet. */
export async function listStepsUnchecked(db: Db, practiceId: string): Promise<PracticeStep[]> {
  const rows = await db
    .selectFrom('practice_step as s')
    .leftJoin('person', 'person.id', 's.actor_id')
    .select(['s.id', 's.at', 's.from_state', 's.to_state', 's.reason', 's.actor_role', 'person.name as actor_name'])
    .where('s.practice_id', '=', practiceId)
    .orderBy('s.id', 'desc')
    .execute()
  return rows as PracticeStep[]
}

export type FollowedPractice = {
  id: string
  type: PracticeType
  slug: string
  title_it: string
  state: PracticeState
  is_example: boolean
  updated_at: Date
}

const followedColumns = ['practice.id', 'practice.slug', 'practice.title_it', 'practice.is_example', 'practice.updated_at'] as const

/** Sheets the person answers for: written by them or led by one of their bodies, last touched first. */
export const listOwnPractices = (db: Db, actor: Person): Promise<FollowedPractice[]> =>
  db
    .selectFrom('practice')
    .select(followedColumns)
    .select([sql<PracticeType>`practice.type`.as('type'), sql<PracticeState>`practice.state`.as('state')])
    .where(ownedBy(actor))
    .orderBy('practice.updated_at', 'desc')
    .limit(200)
    .execute()

/** What waits for an editor, oldest first: everything that is neither public nor put away. Empty for everybody else. */
export async function listForReview(db: Db, actor: Person): Promise<FollowedPractice[]> {
  if (!hasRole(actor, 'editor')) return []
  return db
    .selectFrom('practice')
    .select(followedColumns)
    .select([sql<PracticeType>`practice.type`.as('type'), sql<PracticeState>`practice.state`.as('state')])
    .where('practice.state', '<>', 'published')
    .orderBy(sql`array_position(array['submitted', 'accepted', 'to-reconfirm', 'changes-requested', 'draft', 'archived'], practice.state)`)
    .orderBy('practice.updated_at')
    .limit(200)
    .execute()
}
