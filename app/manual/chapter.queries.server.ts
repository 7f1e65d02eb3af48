import type { ExpressionBuilder } from 'kysely'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import type { DB } from '#db/schema.generated.ts'
import { chapterSources, chapterState } from './chapter.ts'

/** SQL twin of canReadChapter. */
const visibleTo = (actor: Actor) => (eb: ExpressionBuilder<DB, 'chapter'>) => {
  if (hasRole(actor, 'facilitator')) return eb.lit(true)
  const written = actor.kind === 'person' && actor.programmes.length > 0
  return eb.or([
    eb('chapter.state', '=', 'published'),
    ...(written ? [eb.and([eb('chapter.programme_id', 'in', actor.programmes), eb('chapter.state', '<>', 'archived')])] : []),
  ])
}

const columns = [
  'chapter.id',
  'chapter.slug',
  'chapter.number',
  'chapter.title_it',
  'chapter.title_en',
  'chapter.summary_it',
  'chapter.summary_en',
  'chapter.state',
  'chapter.programme_id as programmeId',
  'chapter.document_id as documentId',
  'chapter.is_example as isExample',
  'chapter.published_at as publishedAt',
  'chapter.updated_at as updatedAt',
] as const

/** Chapters the actor may read, in the order of the book; with `published`, only what the public sees. */
export async function listChapters(db: Db, actor: Actor, { published = false } = {}) {
  const rows = await db
    .selectFrom('chapter')
    .select(columns)
    .where(visibleTo(actor))
    .$if(published, (query) => query.where('chapter.state', '=', 'published'))
    .orderBy('chapter.number')
    .orderBy('chapter.slug')
    .execute()
  return rows.map((row) => ({ ...row, state: chapterState.parse(row.state) }))
}

export type ChapterSummary = Awaited<ReturnType<typeof listChapters>>[number]

/** One chapter by its address, when the actor may read it; undefined otherwise, absent and forbidden alike. */
export async function findChapter(db: Db, actor: Actor, slug: string) {
  const row = await db
    .selectFrom('chapter')
    .select([...columns, 'chapter.sources'])
    .where('chapter.slug', '=', slug)
    .where(visibleTo(actor))
    .executeTakeFirst()
  return row && { ...row, state: chapterState.parse(row.state), sources: chapterSources.parse(row.sources) }
}

export type Chapter = NonNullable<Awaited<ReturnType<typeof findChapter>>>

/** Titles of public chapters by address: for links from other pages. */
export async function findPublicChapter(db: Db, slug: string) {
  return await db
    .selectFrom('chapter')
    .select(['slug', 'number', 'title_it', 'title_en'])
    .where('slug', '=', slug)
    .where('state', '=', 'published')
    .executeTakeFirst()
}
