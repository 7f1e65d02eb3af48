import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { enqueue } from '#app/shared/jobs.server.ts'
import { eraseAnswers } from '../answers/answer-jobs.server.ts'
import { endParticipantSession, type Here } from './participant-session.server.ts'

/**
 * Leaves for good: every answer is withdrawn and its words erased, quotes are taken out of the texts, the return code
 * opens nothing any more. Returns the Set-Cookie value that clears the cookie.
 */
export async function leaveProcess(db: Db, { participant }: Here, where: { secure: boolean }): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const own = await trx.selectFrom('contribution').select('id').where('participant_id', '=', participant.id).execute()
    for (const { id } of own) await enqueue(trx, 'withdraw-quote', { contributionId: id }, { jobKey: `withdraw-quote:${id}` })
    await eraseAnswers(
      trx,
      own.map(({ id }) => id),
    )
    await trx
      .updateTable('participant')
      .set({ return_code_sha256: null, display_name: null, left_on: sql<string>`current_date` })
      .where('id', '=', participant.id)
      .execute()
    return endParticipantSession(trx, participant.id, where)
  })
}
