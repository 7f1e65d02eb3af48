import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { KEPT_DAYS, SHOWN_FROM } from './missed-search.ts'

/** Marks a search without results as handled, or open again. For editors. Who did it is not kept: it is a note to each other. */
export async function handleMissedSearch(db: Db, actor: Actor, { id, handled }: { id: string; handled: boolean }): Promise<void> {
  if (!hasRole(actor, 'editor')) throw new AppError('forbidden')
  const changed = await db
    .updateTable('missed_search')
    .set({ handled_on: handled ? sql<string>`current_date` : null })
    .where('id', '=', id)
    .where('askers', '>=', SHOWN_FROM)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
}

/** Deletes what was first asked 90 days ago or more. Run daily; returns how many went. */
export async function sweepMissedSearches(db: Db): Promise<number> {
  const gone = await db
    .deleteFrom('missed_search')
    .where('first_asked_on', '<=', sql<string>`current_date - ${KEPT_DAYS}::int`)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
