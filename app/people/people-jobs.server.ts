import type { Db } from '#db/connection.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'
import { sweepExpired } from './sweep-expired.server.ts'

/** Task handlers of this module, for the job runner. */
export const peopleTasks = (db: Db): Tasks => ({
  'sweep-people': async () => {
    await sweepExpired(db)
  },
})

export const peopleCrontab = ['40 3 * * * sweep-people']
