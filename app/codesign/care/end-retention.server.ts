import { sql } from 'kysely'
import { rebuildText } from '#app/documents/erasure/rebuild-text.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'
import type { Db } from '#db/connection.ts'

/**
 * Ends the retention of processes whose time is over (`keep_months` after the day they were closed), each in its own
 * transaction, and forgets sessions that open nothing any more. What stays: how many answered, what was decided and why,
 * and the words that were published with their author's consent. Returns how many processes. Doing it again does nothing.
 */
export async function endRetention(db: Db): Promise<number> {
  await db
    .updateTable('participant')
    .set({ secret_sha256: null, secret_ends_on: null })
    .where('secret_ends_on', '<', sql<string>`current_date`)
    .execute()
  const due = await db.selectFrom('process').select('id').where(isOver).execute()
  for (const { id } of due)
    await db.transaction().execute(async (trx) => {
      const still = await trx.selectFrom('process').select('id').where('id', '=', id).where(isOver).forUpdate().executeTakeFirst()
      if (still) await eraseWhatWasSaid(trx, id)
    })
  return due.length
}

const isOver = sql<boolean>`erased_on is null and closed_on is not null and state in ('closed', 'archived')
  and closed_on + make_interval(months => keep_months) <= current_date`

async function eraseWhatWasSaid(trx: Db, processId: string): Promise<void> {
  const quoted = await quotedIn(trx, processId)
  const others = trx
    .selectFrom('contribution')
    .where('process_id', '=', processId)
    .where('id', 'not in', [none, ...quoted])
    .select('id')
  for (const table of ['contribution_translation', 'quote_consent', 'contribution_placement'] as const)
    await trx.deleteFrom(table).where('contribution_id', 'in', others).execute()
  const all = trx.selectFrom('contribution').where('process_id', '=', processId).select('id')
  await trx.deleteFrom('contribution_voice').where('contribution_id', 'in', all).execute()
  const empty = { body: '', choice: null, said_by: null }
  const erased = await trx.updateTable('contribution').set(empty).where('id', 'in', others).executeTakeFirst()
  await trx.deleteFrom('contribution_report').where('process_id', '=', processId).execute()
  await forgetParticipants(trx, processId, quoted)
  await emptyTables(trx, processId)
  await trx
    .updateTable('process')
    .set({ erased_on: sql<string>`current_date` })
    .where('id', '=', processId)
    .execute()
  const detail = { answers: Number(erased.numUpdatedRows), quoted: quoted.length }
  await recordAct(trx, { actorId: null, action: 'process.retention-ended', subject: `process:${processId}`, detail })
}

const none = '00000000-0000-0000-0000-000000000000'

/** Answers whose words stand in a text with their author's consent. */
async function quotedIn(trx: Db, processId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('contribution as c')
    .innerJoin('quote_consent as q', 'q.contribution_id', 'c.id')
    .innerJoin('contribution_placement as l', 'l.contribution_id', 'c.id')
    .where('c.process_id', '=', processId)
    .where('c.state', '<>', 'withdrawn')
    .where('q.withdrawn_on', 'is', null)
    .where('l.removed_at', 'is', null)
    .select('c.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

/** Of those who are quoted the pseudonym stays, and the personal code, with which they can still take the quote back. */
async function forgetParticipants(trx: Db, processId: string, quoted: readonly string[]): Promise<void> {
  const authors = trx
    .selectFrom('contribution')
    .where('id', 'in', [none, ...quoted])
    .where('participant_id', 'is not', null)
    .select('participant_id')
  await trx.deleteFrom('participant').where('process_id', '=', processId).where('id', 'not in', authors).execute()
  await trx.updateTable('participant').set({ secret_sha256: null, secret_ends_on: null }).where('process_id', '=', processId).execute()
}

/** The tables' texts with everything that was ever written or deleted in them. */
async function emptyTables(trx: Db, processId: string): Promise<void> {
  const texts = await trx
    .selectFrom('codesign_table as t')
    .innerJoin('meeting as m', 'm.id', 't.meeting_id')
    .innerJoin('document_text as x', 'x.document_id', 't.document_id')
    .where('m.process_id', '=', processId)
    .select(['x.document_id as documentId', 'x.lang'])
    .execute()
  const change = { content: () => ({ type: 'doc' as const, content: [{ type: 'paragraph' }] }), words: () => '', everything: true as const }
  for (const text of texts) await rebuildText(trx, { ...text, change })
}

export const retentionTasks = (db: Db): Tasks => ({
  'end-retention': async () => {
    await endRetention(db)
  },
})

/** Before the file sweep of 3:40, so that recordings go the same night. */
export const retentionCrontab = ['20 3 * * * end-retention']
