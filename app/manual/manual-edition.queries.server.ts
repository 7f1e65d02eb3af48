import { sql } from 'kysely'
import { z } from 'zod'
import { sourceSchema } from '#app/shared/source.ts'
import type { Db } from '#db/connection.ts'

const sources = z.array(sourceSchema)

/** Editions of the whole book, the newest first, with how many chapters each has. */
export async function listManualEditions(db: Db) {
  return await db
    .selectFrom('manual_edition as m')
    .select(['m.version', 'm.note_it', 'm.note_en', 'm.published_at as publishedAt'])
    .select((eb) =>
      eb
        .selectFrom('manual_edition_chapter as c')
        .whereRef('c.version', '=', 'm.version')
        .select(sql<number>`count(distinct c.chapter_id)`.as('n'))
        .as('chapters'),
    )
    .orderBy('m.position', 'desc')
    .execute()
}

export type ManualEditionSummary = Awaited<ReturnType<typeof listManualEditions>>[number]

/** What an edition of the book contains, in its order: one row per chapter and language. */
export async function listPinnedChapters(db: Db, version: string) {
  return await db
    .selectFrom('manual_edition_chapter as p')
    .innerJoin('chapter as c', 'c.id', 'p.chapter_id')
    .where('p.version', '=', version)
    .select(['c.slug', 'p.lang', 'p.number', 'p.title', 'p.summary', 'p.edition_id as editionId', 'c.id as chapterId'])
    .orderBy('p.number')
    .orderBy('c.slug')
    .orderBy(sql`p.lang <> 'it'`)
    .execute()
}

/** One chapter as an edition of the book has it, in each language it had then, Italian first. */
export async function findPinnedTexts(db: Db, version: string, slug: string) {
  const rows = await db
    .selectFrom('manual_edition_chapter as p')
    .innerJoin('chapter as c', 'c.id', 'p.chapter_id')
    .where('p.version', '=', version)
    .where('c.slug', '=', slug)
    .select([
      'p.lang',
      'p.number',
      'p.title',
      'p.summary',
      'p.sources',
      'p.edition_id as editionId',
      'c.id as chapterId',
      'c.slug',
      'c.state',
    ])
    .orderBy(sql`p.lang <> 'it'`)
    .execute()
  return rows.map((row) => ({ ...row, sources: sources.parse(row.sources) }))
}

/** The newest edition of the book that contains exactly these words; undefined when they are newer than all. */
export async function versionOf(db: Db, editionId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('manual_edition_chapter as p')
    .innerJoin('manual_edition as m', 'm.version', 'p.version')
    .where('p.edition_id', '=', editionId)
    .select('m.version')
    .orderBy('m.position', 'desc')
    .executeTakeFirst()
  return row?.version
}
