import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { onProcess } from './process-act.server.ts'
import { mayBecome } from './process.ts'
import { canPublishProcess } from './process.policy.ts'

/** Takes a closed process from the public pages; its address and everything in it are kept for editors. Editors. */
export async function archiveProcess(db: Db, actor: Person, processId: string): Promise<void> {
  if (!canPublishProcess(actor)) throw new AppError('forbidden')
  await onProcess(db, actor, processId, 'process.archived', async (trx, { state }) => {
    if (!mayBecome(state, 'archived')) throw new AppError('conflict')
    await trx.updateTable('process').set({ state: 'archived' }).where('id', '=', processId).execute()
  })
}
