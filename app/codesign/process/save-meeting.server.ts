import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { atRome } from '#app/shared/rome-time.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { onProcess } from './process-act.server.ts'
import type { MeetingInput } from './process.schema.ts'

/** Adds a meeting, or changes one; hours are those of Tuscany. Facilitators of the process. */
export async function saveMeeting(db: Db, actor: Person, processId: string, input: MeetingInput): Promise<void> {
  const { id, day, start, end, phase_id, ...words } = input
  await onProcess(db, actor, processId, 'meeting.saved', async (trx) => {
    const phase =
      phase_id === null ||
      (await trx.selectFrom('process_phase').select('id').where('id', '=', phase_id).where('process_id', '=', processId).executeTakeFirst())
    if (!phase) throw new AppError('not-found')
    const columns = { ...words, phase_id, starts_at: atRome(day, start), ends_at: atRome(day, end) }
    if (id === null)
      return void (await trx
        .insertInto('meeting')
        .values({ id: newId(), process_id: processId, ...columns })
        .execute())
    const changed = await trx
      .updateTable('meeting')
      .set(columns)
      .where('id', '=', id)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
  })
}
