import type { Person } from '#app/shared/actor.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { lockForFacilitation } from './process.queries.server.ts'
import type { ProcessFacts } from './process.policy.ts'

/** The skeleton of every change of a process: lock, allow, `write`, tell the audit trail and the search index. */
export function onProcess<Result>(
  db: Db,
  actor: Person,
  processId: string,
  action: string,
  write: (trx: Db, process: ProcessFacts & { id: string; slug: string }) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const process = await lockForFacilitation(trx, actor, processId)
    const result = await write(trx, process)
    await trx.updateTable('process').set({ updated_at: new Date() }).where('id', '=', processId).execute()
    await recordAct(trx, { actorId: actor.id, action, subject: `process:${processId}` })
    await enqueueIndexing(trx, [`process:${processId}`])
    return result
  })
}
