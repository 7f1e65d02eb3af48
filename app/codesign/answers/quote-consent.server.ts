import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { enqueue } from '#app/shared/jobs.server.ts'
import type { Here } from '../join/participant-session.server.ts'

export type Credit = 'pseudonym' | 'none'

/**
 * Their word on one quote: published with the name they show, without a name, or not. Dated, and changed as often as
 * they like. A no after a yes takes the quote out of texts, editions, search and exports. False: not their answer.
 */
export async function answerQuoteRequest(db: Db, here: Here, contributionId: string, answer: Credit | 'no'): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const own = await trx
      .selectFrom('contribution')
      .select('id')
      .where('id', '=', contributionId)
      .where('participant_id', '=', here.participant.id)
      .where('state', '<>', 'withdrawn')
      .forUpdate()
      .executeTakeFirst()
    if (!own) return false
    if (answer !== 'no') await giveConsent(trx, contributionId, answer)
    else if (!(await withdrawConsent(trx, contributionId))) await noteNo(trx, contributionId)
    return true
  })
}

async function giveConsent(trx: Db, contributionId: string, credit: Credit): Promise<void> {
  const given = { credit, given_on: sql<string>`current_date`, withdrawn_on: null }
  await trx
    .insertInto('quote_consent')
    .values({ contribution_id: contributionId, ...given })
    .onConflict((conflict) => conflict.column('contribution_id').doUpdateSet(given))
    .execute()
}

/** A no from the start, so that they are not asked again. */
async function noteNo(trx: Db, contributionId: string): Promise<void> {
  await trx
    .insertInto('quote_consent')
    .values({ contribution_id: contributionId, credit: 'none', withdrawn_on: sql<string>`current_date` })
    .onConflict((conflict) => conflict.column('contribution_id').doNothing())
    .execute()
}

/**
 * Takes consent back and asks for the quote to be taken out wherever it stands. True when there was consent. Within
 * the caller's transaction.
 */
export async function withdrawConsent(trx: Db, contributionId: string): Promise<boolean> {
  const changed = await trx
    .updateTable('quote_consent')
    .set({ withdrawn_on: sql<string>`current_date` })
    .where('contribution_id', '=', contributionId)
    .where('withdrawn_on', 'is', null)
    .returning('contribution_id')
    .executeTakeFirst()
  await enqueue(trx, 'withdraw-quote', { contributionId }, { jobKey: `withdraw-quote:${contributionId}` })
  return changed !== undefined
}
