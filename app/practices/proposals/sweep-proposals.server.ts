import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'
import { CONFIRM_DAYS, DECIDED_DAYS, DRAFT_DAYS } from './proposal.ts'

/** Erases what was never sent, what was never confirmed, and what was decided long ago. Returns how many went. */
export async function sweepProposals(db: Db, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const swept = await sql`
    delete from practice_proposal where (state = 'draft' and updated_at < ${before(DRAFT_DAYS)})
      or (state = 'to-confirm' and updated_at < ${before(CONFIRM_DAYS)})
      or (decided_at < ${before(DECIDED_DAYS)})`.execute(db)
  return Number(swept.numAffectedRows ?? 0)
}

export const proposalTasks = (db: Db): Tasks => ({
  'sweep-proposals': async () => {
    await sweepProposals(db, new Date())
  },
})

export const proposalCrontab = ['45 3 * * * sweep-proposals']
