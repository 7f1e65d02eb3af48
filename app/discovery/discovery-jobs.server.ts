import { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { SearchEngine } from '#search/engine.ts'
import { enqueue, type Tasks } from '#app/shared/jobs.server.ts'
import { sweepMissedSearches } from './handle-missed-search.server.ts'
import { peopleToTell, sendDigest } from './send-digest.server.ts'

const forPerson = z.object({ personId: z.uuid() })

/** Task handlers of this module: alerts for saved searches, one job a person, so that one failure holds up nobody else. */
export const discoveryTasks = ({ db, search, appUrl }: { db: Db; search: SearchEngine; appUrl: string }): Tasks => ({
  'search-digests': async () => {
    for (const personId of await peopleToTell(db)) await enqueue(db, 'search-digest', { personId }, { jobKey: `search-digest:${personId}` })
  },
  'search-digest': async (payload) => {
    await sendDigest({ db, search, appUrl, now: new Date() }, forPerson.parse(payload).personId)
  },
  'sweep-missed-searches': async () => {
    await sweepMissedSearches(db)
  },
})

/** Early in the Italian morning; when the worker was away then, as soon as it is back within the day. */
export const discoveryCrontab = ['10 4 * * * search-digests ?fill=20h', '50 3 * * * sweep-missed-searches ?fill=20h']
