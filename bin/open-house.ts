import type pg from 'pg'
import { type Db, openDatabase } from '#db/connection.ts'
import { startEmbeddedPostgres } from '#db/embedded/start-embedded-postgres.ts'
import { loadNewReferenceData } from '#db/load-reference-data.ts'
import { migrate } from '#db/migrate.ts'
import { oneAtATime } from '#db/one-at-a-time.ts'
import type { SearchEngine } from '#search/engine.ts'
import { searchTasks } from '#search/indexing.ts'
import { openSearch } from '#search/open-search.ts'
import { answerCrontab, answerTasks } from '#app/codesign/answers/answer-jobs.server.ts'
import { retentionCrontab, retentionTasks } from '#app/codesign/care/end-retention.server.ts'
import { seed } from '#app/desk/seed.server.ts'
import { quoteTasks } from '#app/desk/withdraw-quote.server.ts'
import { aboutCrontab, aboutTasks } from '#app/about/sweep-comments.server.ts'
import { proposalCrontab, proposalTasks } from '#app/practices/proposals/sweep-proposals.server.ts'
import { discoveryCrontab, discoveryTasks } from '#app/discovery/discovery-jobs.server.ts'
import { peopleCrontab, peopleTasks } from '#app/people/people-jobs.server.ts'
import { editionTasks } from '#app/documents/editions/forget-contributor.server.ts'
import { fileTextCrontab, fileTextTasks } from '#app/documents/file-text/file-text-jobs.server.ts'
import { versionCrontab, versionTasks } from '#app/documents/versions/version-jobs.server.ts'
import type { Env } from '#app/shared/env.ts'
import { fileTasks, fileCrontab } from '#app/shared/files/file-jobs.server.ts'
import { startWorker } from '#app/shared/jobs.server.ts'
import type { Logger } from '#app/shared/log.server.ts'
import { mailCrontab, mailTasks } from '#app/shared/mail/mail-jobs.server.ts'
import { startMeilisearch, type RunningMeilisearch } from './start-meilisearch.ts'

/** What every part of the product stands on. Opened by server.ts and by `casa`. */
export type House = {
  db: Db
  pool: pg.Pool
  databaseUrl: string
  search: SearchEngine
  /** Lines for the operator, printed before the ready line. */
  greeting: string[]
  /** Runs the jobs of all modules in this process; links in mails start with `appUrl`. */
  startWorker: (appUrl: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens the database (its own when DATABASE_URL is unset), brings the schema up to date, loads the starting content
 * on the first run, and opens search. Throws what failed, with nothing left running.
 */
export async function openHouse(env: Env, log: Logger): Promise<House> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log })
  const databaseUrl = env.DATABASE_URL ?? embedded?.url ?? ''
  const { db, pool } = openDatabase({ url: databaseUrl, onError: (error) => log.warn({ err: error }, 'database connection lost') })
  let worker: { stop: () => Promise<void> } | undefined
  let meilisearch: RunningMeilisearch | undefined
  const close = async () => {
    await worker?.stop()
    await meilisearch?.stop()
    await db.destroy()
    await embedded?.stop()
  }
  try {
    const seeded = await oneAtATime(databaseUrl, 'opening', async () => {
      await migrate(databaseUrl)
      await loadNewReferenceData(db)
      return await seed(db, { level: env.SEED ?? (embedded ? 'demo' : 'content'), dataDir: env.DATA_DIR })
    })
    if (!env.MEILI_URL) meilisearch = await startMeilisearch({ dataDir: env.DATA_DIR, log })
    const settings = meilisearch ? { MEILI_URL: meilisearch.url, MEILI_API_KEY: meilisearch.apiKey } : env
    const search = await openSearch({ db, env: settings, log })
    return {
      db,
      pool,
      databaseUrl,
      search: search.engine,
      greeting: [...seeded, search.greeting],
      startWorker: async (appUrl) => {
        const sweeping = {
          ...mailTasks({ db, env }),
          ...fileTasks({ db, dataDir: env.DATA_DIR }),
          ...peopleTasks(db),
          ...aboutTasks(db),
          ...proposalTasks(db),
          ...versionTasks(db, log),
          ...answerTasks(db),
          ...retentionTasks(db),
          ...quoteTasks(db, env.DATA_DIR),
          ...editionTasks(db),
          ...fileTextTasks({ db, dataDir: env.DATA_DIR }),
          ...discoveryTasks({ db, search: search.engine, appUrl }),
        }
        const tasks = { ...searchTasks(search.engines, db), ...sweeping }
        const crontab = [
          ...mailCrontab,
          ...fileCrontab,
          ...peopleCrontab,
          ...aboutCrontab,
          ...proposalCrontab,
          ...versionCrontab,
          ...answerCrontab,
          ...retentionCrontab,
          ...discoveryCrontab,
          ...fileTextCrontab,
        ]
        worker = await startWorker({ pool, tasks, crontab, log, alone: embedded !== undefined })
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
