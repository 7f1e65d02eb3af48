import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing, enqueueRefresh } from '#search/indexing.ts'

/**
 * Tells what hangs on a changed term: its record is indexed again, then the whole index, since other texts are found by
 * its words too; and the audit trail keeps who did it.
 */
export async function tellGlossaryChanged(trx: Db, actor: Person, action: string, id: string): Promise<void> {
  await enqueueIndexing(trx, [`glossary:${id}`])
  await enqueueRefresh(trx)
  // Written here and not through people/audit: the glossary is below people, and the trail is one plain table.
  await trx
    .insertInto('audit_entry')
    .values({ actor_id: actor.id, action, subject: `glossary:${id}`, detail: '{}' })
    .execute()
}
