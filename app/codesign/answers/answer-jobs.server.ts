import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'

/**
 * Erases the words of answers; what stays is that there was one. Where they were placed stays until the job that takes
 * them out of the texts has run. Within the caller's transaction.
 */
export async function eraseAnswers(trx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['contribution_translation', 'contribution_voice', 'quote_consent'] as const)
    await trx.deleteFrom(table).where('contribution_id', 'in', ids).execute()
  await trx.updateTable('contribution').set({ body: '', choice: null, said_by: null, state: 'withdrawn' }).where('id', 'in', ids).execute()
}

/**
 * Answers withdrawn more than a week ago lose their words, and recordings their 30 days after transcription
 * (quality.md, participants); the nightly file sweep takes the bytes.
 */
export async function sweepAnswers(db: Db): Promise<{ erased: number; recordings: number }> {
  return db.transaction().execute(async (trx) => {
    const old = await trx
      .selectFrom('contribution')
      .where('state', '=', 'withdrawn')
      .where('updated_at', '<', sql<Date>`now() - interval '7 days'`)
      .where((eb) => eb.or([eb('body', '<>', ''), eb('choice', 'is not', null)]))
      .select('id')
      .execute()
    await eraseAnswers(
      trx,
      old.map(({ id }) => id),
    )
    await trx
      .deleteFrom('contribution_placement')
      .where('removed_at', '<', sql<Date>`now() - interval '7 days'`)
      .where('contribution_id', 'in', (eb) => eb.selectFrom('contribution').where('state', '=', 'withdrawn').select('id'))
      .execute()
    const voices = await trx
      .deleteFrom('contribution_voice')
      .where('delete_after', '<', sql<Date>`now()`)
      .executeTakeFirst()
    return { erased: old.length, recordings: Number(voices.numDeletedRows) }
  })
}

export const answerTasks = (db: Db): Tasks => ({
  'sweep-answers': async () => {
    await sweepAnswers(db)
  },
})

/** Before the file sweep of 3:40, so that bytes go the same night. */
export const answerCrontab = ['10 3 * * * sweep-answers']
