import { sql } from 'kysely'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { announceToParticipants } from '../board/announce-to-participants.server.ts'
import { onProcess } from './process-act.server.ts'
import { mayBecome } from './process.ts'
import { canPublishProcess } from './process.policy.ts'

/** Ends a process: no code lets anybody in, nobody writes any more within two seconds; everything stays to be read. Editors. */
export async function closeProcess(db: Db, actor: Person, processId: string): Promise<void> {
  if (!canPublishProcess(actor)) throw new AppError('forbidden')
  await onProcess(db, actor, processId, 'process.closed', async (trx, { state }) => {
    if (!mayBecome(state, 'closed')) throw new AppError('conflict')
    await trx
      .updateTable('process')
      .set({ state: 'closed', closed_on: sql<string>`current_date` })
      .where('id', '=', processId)
      .execute()
    await trx
      .updateTable('join_code')
      .set({ revoked_at: new Date() })
      .where('process_id', '=', processId)
      .where('revoked_at', 'is', null)
      .execute()
    const people = await trx
      .selectFrom('participant')
      .select('id')
      .where('process_id', '=', processId)
      .where('left_on', 'is', null)
      .execute()
    await announceToParticipants(
      trx,
      people.map(({ id }) => id),
    )
  })
}
