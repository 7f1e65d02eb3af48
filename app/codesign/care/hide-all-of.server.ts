import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'
import { revertWords } from '../tables/revert-words.server.ts'

/** Hides every card of one participant and takes back their words in tables. Returns how many cards. Facilitators of the process. */
export async function hideAllOf(db: Db, actor: Person, processId: string, participantId: string): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, processId)
    const known = await trx
      .selectFrom('participant')
      .select('id')
      .where('id', '=', participantId)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (!known) throw new AppError('not-found')
    const hidden = await hideCardsOf(trx, [participantId])
    await revertWords(trx, [participantId])
    await recordAct(trx, { actorId: actor.id, action: 'participant.hidden', subject: `participant:${participantId}`, detail: { hidden } })
    return hidden
  })
}

/** Hides what these participants posted; what they took back themselves stays taken back. */
export async function hideCardsOf(trx: Db, participantIds: readonly string[]): Promise<number> {
  if (participantIds.length === 0) return 0
  const changed = await trx
    .updateTable('contribution')
    .set({ state: 'hidden' })
    .where('participant_id', 'in', participantIds)
    .where('state', 'in', ['shown', 'held'])
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}
