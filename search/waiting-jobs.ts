import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** The job that brings one record up to date in every index; its key is the record's catalogue id. */
export const INDEX_TASK = 'index-catalogue'

/** A waiting job as it was when it was taken along; a later change of its record raises the revision. */
export type WaitingJob = { job: string; revision: number; id: string }

/** So many records are written in one go: an engine takes hardly longer for them than for one. */
const TOGETHER = 100

/** Jobs that wait while the one of `running` runs, first tries only: their records can be written with its own. */
export async function waitingJobs(db: Db, running: string): Promise<WaitingJob[]> {
  const { rows } = await sql<WaitingJob>`
    select id as job, revision, key as id from graphile_worker.jobs
    where task_identifier = ${INDEX_TASK} and locked_at is null and attempts = 0 and key <> ${running} and run_at <= now()
    order by priority, run_at, id limit ${TOGETHER - 1}`.execute(db)
  return rows
}

/** Records an index may know wrongly: they changed and their job is not done. */
export async function idsWaiting(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct job.payload ->> 'id' as id from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id where task.identifier = ${INDEX_TASK}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Of some waiting jobs those whose record nobody is writing: they stay locked until the transaction ends. Waits for none. */
export async function lockedNow(trx: Db, jobs: readonly WaitingJob[], lockOf: (id: string) => string): Promise<WaitingJob[]> {
  if (jobs.length === 0) return []
  const { rows } = await sql<{ at: number }>`
    select at::int from unnest(${jobs.map(({ id }) => lockOf(id))}::text[]) with ordinality as wanted(lock, at)
    where pg_try_advisory_xact_lock(hashtextextended(lock, 0))`.execute(trx)
  return rows.flatMap(({ at }) => jobs[at - 1] ?? [])
}

/** Removes jobs that were done along, unless their record changed again since or a worker has begun them. */
export async function doneAlong(db: Db, jobs: readonly WaitingJob[]): Promise<void> {
  if (jobs.length === 0) return
  // Not complete_jobs(): it would also take away a job whose record changed a moment ago.
  await sql`
    delete from graphile_worker._private_jobs as waiting
    using unnest(${jobs.map(({ job }) => job)}::bigint[], ${jobs.map(({ revision }) => revision)}::int[]) as done(id, revision)
    where waiting.id = done.id and waiting.revision = done.revision and waiting.locked_at is null`.execute(db)
}

/** Runs indexing jobs that failed (an engine was away) now instead of when their turn comes. */
export async function retryIndexing(db: Db): Promise<void> {
  await sql`
    select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
      where task_identifier = ${INDEX_TASK} and attempts > 0 and locked_at is null), run_at => now(), attempts => 0)`.execute(db)
}
