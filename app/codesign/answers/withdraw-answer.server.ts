import type { Db } from '#db/connection.ts'
import type { Here } from '../join/participant-session.server.ts'
import { withdrawConsent } from './quote-consent.server.ts'

/** An own answer nobody is to read any more. It can be put back for a week; then its words are erased. False: not theirs. */
export async function withdrawAnswer(db: Db, here: Here, contributionId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('contribution')
      .set({ state: 'withdrawn', updated_at: new Date() })
      .where('id', '=', contributionId)
      .where('participant_id', '=', here.participant.id)
      .where('state', '<>', 'withdrawn')
      .returning('id')
      .executeTakeFirst()
    if (changed) await withdrawConsent(trx, contributionId)
    return changed !== undefined
  })
}

/**
 * Puts a withdrawn answer back. A facilitator reads it first, like any that comes late; consent to quote it is asked
 * again. False: not theirs, erased meanwhile, or they may not write any more.
 */
export async function putBackAnswer(db: Db, here: Here, contributionId: string): Promise<boolean> {
  if (here.ended) return false
  const changed = await db
    .updateTable('contribution')
    .set({ state: 'held', held_reason: 'put-back', updated_at: new Date() })
    .where('id', '=', contributionId)
    .where('participant_id', '=', here.participant.id)
    .where('state', '=', 'withdrawn')
    .where((eb) =>
      eb.or([
        eb('body', '<>', ''),
        eb('choice', 'is not', null),
        eb.exists(eb.selectFrom('contribution_voice as v').whereRef('v.contribution_id', '=', 'contribution.id').select('v.sha256')),
      ]),
    )
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}
