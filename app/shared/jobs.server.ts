import { setTimeout as wait } from 'node:timers/promises'
import { Logger, type Runner, run } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Logger as Pino } from 'pino'
import type { Db } from '#db/connection.ts'

/**
 * A job's handler. It may run more than once (a worker can die after the work and before the note of it), and it parses
 * its payload. Throwing makes it run again later, with growing pauses; `lastTry` says that there is no later.
 */
export type Task = (payload: unknown, job: { attempt: number; lastTry: boolean }) => Promise<void>
export type Tasks = Record<string, Task>

export type JobOptions = {
  /** Of several waiting jobs with one key only the newest stays. */
  jobKey?: string
  runAt?: Date
  /** Default 25, which is about three days of tries. */
  maxAttempts?: number
}

/** Puts a job in the queue within the caller's transaction: nothing is announced that was not committed. */
export async function enqueue(trx: Db, task: string, payload: object, { jobKey, runAt, maxAttempts }: JobOptions = {}): Promise<void> {
  await sql`
    select from graphile_worker.add_job(
      ${task}, ${JSON.stringify(payload)}::json, job_key => ${jobKey ?? null}::text,
      run_at => ${runAt ?? null}::timestamptz, max_attempts => ${maxAttempts ?? null}::int)`.execute(trx)
}

export type WorkerOptions = {
  pool: pg.Pool
  tasks: Tasks
  /** Lines as in cron(5), in UTC, naming tasks: `17 3 * * * sweep-files`. */
  crontab?: readonly string[]
  log: Pino
  /**
   * True when no other worker can be alive (embedded database): jobs that a killed worker still holds are released at
   * once instead of after four hours.
   */
  alone?: boolean
}

/** Runs jobs until `stop()`, which waits for those under way. Starts anew when the database was away. */
export async function startWorker(options: WorkerOptions): Promise<{ stop: () => Promise<void> }> {
  if (options.alone) await releaseAll(options.pool)
  let runner = await startRunner(options)
  let stopping = false
  const keepRunning = async (): Promise<void> => {
    while (!stopping) {
      try {
        await runner.promise
        if (!stopping) runner = await startRunner(options)
      } catch (error) {
        options.log.error({ err: error }, 'the job worker stopped; starting it again')
        await wait(1_000)
      }
    }
  }
  const kept = keepRunning()
  return {
    stop: async () => {
      if (!stopping) {
        stopping = true
        await runner.stop()
      }
      await kept
    },
  }
}

async function releaseAll(pool: pg.Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`)
}

function startRunner({ pool, tasks, crontab = [], log }: WorkerOptions): Promise<Runner> {
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
  const logger = new Logger(
    (scope) => (level, message, meta) => log[levels[level]]({ job: scope.jobId, task: scope.taskIdentifier, err: meta.error }, message),
  )
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) =>
        task(payload, { attempt: job.attempts, lastTry: job.attempts >= job.max_attempts }),
    ]),
  )
  return run({ pgPool: pool, taskList, crontab: crontab.join('\n'), logger, noHandleSignals: true, concurrency: 2, pollInterval: 1_000 })
}
