import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/** Opens a question for answers, or closes it: what came before stays. Facilitators of the process. */
export async function setPromptState(db: Db, actor: Person, place: Place, promptId: string, state: 'open' | 'closed'): Promise<void> {
  await atMeeting(db, actor, place, `prompt.${state}`, async (trx) => {
    const changed = await trx
      .updateTable('prompt')
      .set({ state })
      .where('id', '=', promptId)
      .where('process_id', '=', place.processId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    return { result: undefined }
  })
}
