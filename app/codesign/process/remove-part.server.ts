import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { onProcess } from './process-act.server.ts'

/** Takes away a phase (its questions and meetings stay, without a phase) or a "what changed". Facilitators of the process. */
export async function removePart(
  db: Db,
  actor: Person,
  processId: string,
  part: 'process_phase' | 'process_change',
  id: string,
): Promise<void> {
  await onProcess(db, actor, processId, part === 'process_phase' ? 'phase.removed' : 'change.removed', async (trx) => {
    const gone = await trx.deleteFrom(part).where('id', '=', id).where('process_id', '=', processId).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new AppError('not-found')
  })
}
