import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import type { Person } from '#app/shared/actor.ts'

/** Public records that carry a term. */
export async function recordsWithTerm(trx: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from catalogue_entry where ${id} = any(theme_ids || kind_ids || target_ids)`.execute(trx)
  return rows.map((row) => row.id)
}

/** Tells what hangs on a changed term: the index follows, and the audit trail keeps who did it. */
export async function tellTermChanged(trx: Db, actor: Person, action: string, id: string, affected: string[]): Promise<void> {
  await enqueueIndexing(trx, affected)
  // Written here and not through people/audit: themes are below people, and the trail is one plain table.
  await trx
    .insertInto('audit_entry')
    .values({ actor_id: actor.id, action, subject: `term:${id}`, detail: JSON.stringify({ records: affected.length }) })
    .execute()
}
