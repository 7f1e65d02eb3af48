import type { Db } from '#db/connection.ts'

/**
 * Catalogue ids of the records a body leads or joins, led ones first. They include drafts: only pass them to a read
 * that asks the catalogue what is public, as practiceCards does (#app/practices, which this module may not know).
 */
export async function listRecordIdsUnchecked(db: Db, organisation: { id: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('practice_organisation')
    .innerJoin('practice', 'practice.id', 'practice_organisation.practice_id')
    .select(['practice.id', 'practice.type'])
    .where('practice_organisation.organisation_id', '=', organisation.id)
    .orderBy('practice_organisation.role')
    .orderBy('practice.title_it')
    .execute()
  return rows.map(({ type, id }) => `${type}:${id}`)
}
