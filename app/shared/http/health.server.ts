import { type RequestHandler, Router } from 'express'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Db } from '#db/connection.ts'
import { pendingMigrations } from '#db/migrate.ts'
import type { SearchEngine } from '#search/engine.ts'
import { isLoopback } from '../env.ts'

export type LiveStats = { connections: number; documents: number; unsavedSeconds: number }
type Check = { status: 'ok' | 'failing'; detail?: string }
export type HealthParts = { db: Db; search: SearchEngine; live: () => LiveStats | undefined; metricsToken: string | undefined }

/** Runs one check; a failure or more than two seconds of silence is an answer too. */
async function check(run: () => Promise<string | undefined>): Promise<Check> {
  try {
    const silent = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer in 2 s')), 2_000).unref())
    const detail = await Promise.race([run(), silent])
    return detail === undefined ? { status: 'ok' } : { status: 'ok', detail }
  } catch (error) {
    return { status: 'failing', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** `/healthz` depends on nothing; `/readyz` tells the truth about every part (contract.md). */
export function healthRoutes({ db, search, live, metricsToken }: HealthParts): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'))
  router.get('/readyz', (_request, response, next) => {
    readiness({ db, search, live }).then(
      ({ ready, checks }) => response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', checks }),
      next,
    )
  })
  router.get('/metrics', metrics(live, metricsToken))
  return router
}

async function readiness({ db, search, live }: Pick<HealthParts, 'db' | 'search' | 'live'>) {
  const checks = {
    database: await check(async () => void (await sql`select 1`.execute(db))),
    migrations: await check(async () => {
      const pending = await pendingMigrations(db)
      if (pending.length > 0) throw new Error(`${pending.length} not applied`)
      return undefined
    }),
    collab: await check(() => Promise.resolve(live() ? undefined : 'not served by this process')),
    search: await check(async () => {
      const health = await search.health()
      if (!health.ok) throw new Error(health.detail ?? 'away')
      return health.engine
    }),
  }
  return { ready: Object.values(checks).every((part) => part.status === 'ok'), checks }
}

function metrics(live: () => LiveStats | undefined, token: string | undefined): RequestHandler {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: (stats: LiveStats) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        const stats = live()
        if (stats) this.set(read(stats))
      },
    })
  gauge('collab_connections', 'Open live editing connections', (stats) => stats.connections)
  gauge('collab_documents', 'Live documents in memory', (stats) => stats.documents)
  gauge('collab_unsaved_seconds', 'Age of the oldest edit not yet committed', (stats) => stats.unsavedSeconds)
  return async (request, response) => {
    const allowed = token ? request.headers.authorization === `Bearer ${token}` : isLoopback((request.ip ?? '').replace('::ffff:', ''))
    if (!allowed) return void response.status(403).type('text/plain').send('forbidden\n')
    response.type(registry.contentType).send(await registry.metrics())
  }
}
