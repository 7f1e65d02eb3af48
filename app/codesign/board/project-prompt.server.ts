import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { atMeeting, type Place } from './meeting-act.server.ts'

/** Puts a question with its answers on the projector, or with null the code alone. Facilitators of the process. */
export async function projectPrompt(db: Db, actor: Person, place: Place, promptId: string | null): Promise<void> {
  await atMeeting(db, actor, place, 'meeting.projected', async (trx) => {
    const known =
      promptId === null ||
      (await trx.selectFrom('prompt').select('id').where('id', '=', promptId).where('process_id', '=', place.processId).executeTakeFirst())
    if (!known) throw new AppError('not-found')
    await trx.updateTable('meeting').set({ projected_prompt_id: promptId }).where('id', '=', place.meetingId).execute()
    return { result: undefined }
  })
}
