import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { SavedSearchChange } from './saved-search.schema.ts'

const now = sql<Date>`now()`

/** Renames, pauses, takes up again or deletes one of the actor's own saved searches; not found for anybody else's. */
export async function changeSavedSearch(db: Db, actor: Person, change: SavedSearchChange): Promise<void> {
  const own = { id: change.id, person_id: actor.id }
  if (change.intent === 'delete') {
    const gone = await db.deleteFrom('saved_search').where('id', '=', own.id).where('person_id', '=', own.person_id).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new AppError('not-found')
    return
  }
  const changed = await db
    .updateTable('saved_search')
    .set(columnsOf(change))
    .where('id', '=', own.id)
    .where('person_id', '=', own.person_id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
}

function columnsOf(change: Exclude<SavedSearchChange, { intent: 'delete' }>) {
  if (change.intent === 'pause') return { paused_at: now }
  // What came while it was paused is not told afterwards.
  if (change.intent === 'resume') return { paused_at: null, started_at: now, checked_at: now }
  // A feed was never mailed: its alerts begin today.
  const started = sql<Date>`case when frequency = 'feed' then now() else started_at end`
  return { name: change.name, frequency: change.frequency, started_at: started }
}
