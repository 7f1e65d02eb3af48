import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'

/** Drops the words people left about pages after a year; the counts stay. Returns how many. */
export async function sweepComments(db: Db, today: string): Promise<number> {
  const dropped = await sql`
    update page_answer set comment = '' where comment <> '' and day < ${today}::date - interval '1 year'`.execute(db)
  return Number(dropped.numAffectedRows ?? 0)
}

export const aboutTasks = (db: Db): Tasks => ({
  'sweep-page-comments': async () => {
    await sweepComments(db, new Date().toISOString().slice(0, 10))
  },
})

export const aboutCrontab = ['50 3 * * * sweep-page-comments']
