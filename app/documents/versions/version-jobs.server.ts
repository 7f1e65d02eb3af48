import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from '#db/connection.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'
import { sweepErased } from '../erasure/sweep-erased.server.ts'
import { DamagedTextError } from '../log/load-text.server.ts'
import { alertShrinks } from './guard-shrink.server.ts'
import { keepVersion } from './keep-version.server.ts'
import { thinVersions } from './thin-versions.server.ts'

/** Texts looked at in one run; what is left comes ten minutes later. */
const perRun = 500

/** Keeps a version of every text that was written since its last one; returns how many texts that were. */
export async function keepVersions(db: Db, log: Logger): Promise<number> {
  // A minute of overlap: a row's time is when its transaction began, and it may have been committed later.
  const { rows } = await sql<{ documentId: string; lang: string }>`
    select t.document_id as "documentId", t.lang from document_text t
    left join lateral (
      select max(seen_at) - interval '1 minute' as seen from document_version v where v.document_id = t.document_id and v.lang = t.lang
    ) v on true
    where t.damaged_at is null and (
      exists (select from document_update u where u.document_id = t.document_id and u.lang = t.lang and u.created_at > coalesce(v.seen, '-infinity'))
      or exists (select from document_snapshot s where s.document_id = t.document_id and s.lang = t.lang and s.created_at > coalesce(v.seen, '-infinity')))
    order by t.updated_at limit ${perRun}`.execute(db)
  for (const ref of rows)
    await keepVersion(db, { ...ref, reason: 'time' }).catch((error: unknown) => {
      if (!(error instanceof DamagedTextError)) throw error
      log.error({ err: error }, 'no version of a damaged text')
    })
  return rows.length
}

export const versionTasks = (db: Db, log: Logger): Tasks => ({
  'keep-versions': async () => {
    await keepVersions(db, log)
    await alertShrinks(db, log)
    await sweepErased(db)
  },
  'thin-versions': async () => {
    await thinVersions(db, new Date())
  },
})

export const versionCrontab = ['*/10 * * * * keep-versions', '25 * * * * thin-versions']
