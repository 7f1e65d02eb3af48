import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import compression from 'compression'
import express, { type Express } from 'express'
import { pinoHttp } from 'pino-http'
import { newId } from '#db/new-id.ts'
import { followChanges } from '#app/codesign/changes/watch-changes.server.ts'
import { contextOf } from '#app/desk/request-context.server.ts'
import { bodyGuard } from '#app/shared/http/body-guard.server.ts'
import { EnvError, readEnv, type Env } from '#app/shared/env.ts'
import { hostGuard, sameOriginGuard, securityHeaders } from '#app/shared/http/guards.server.ts'
import { healthRoutes } from '#app/shared/http/health.server.ts'
import { keptPages } from '#app/shared/http/kept-pages.server.ts'
import { lastResort } from '#app/shared/http/refuse.server.ts'
import { remixHandler } from '#app/shared/http/remix.server.ts'
import { type Site, siteOf } from '#app/shared/http/site.server.ts'
import { type Logger, openLog } from '#app/shared/log.server.ts'
import { type Live, openLive } from '#collab/open-live.ts'
import { isForLive } from '#collab/request-address.ts'
import { type House, openHouse } from './bin/open-house.ts'

/** Which parts this process runs: `casa web`, `casa collab` and `casa worker` start them apart. */
export type Role = 'web' | 'collab' | 'worker'
export type Running = { url: string; house: House; stop: () => Promise<boolean> }

const CLIENT = path.join(import.meta.dirname, 'build/client')

type WebParts = { env: Env; log: Logger; house: House; site: Site; live: () => Live | undefined; pages: Promise<unknown> | undefined }

/** The whole web application on one Express app: guards, static files, health, pages. */
async function webApp({ env, log, house, site, live, pages }: WebParts): Promise<Express> {
  const development = env.NODE_ENV === 'development'
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY_HOPS)
  app.use((_request, response, next) => {
    response.locals.requestId = newId().slice(-12)
    next()
  })
  app.use(
    pinoHttp({
      logger: log,
      autoLogging: { ignore: (request) => /^\/(assets|healthz|readyz|metrics)/.test(request.url ?? '') },
      ...briefLog,
    }),
  )
  app.use(healthRoutes({ db: house.db, search: house.search, live: () => live()?.stats(), metricsToken: env.METRICS_TOKEN }))
  app.use(hostGuard(site), ...securityHeaders(site, development), compression())
  const vite = development ? await (await import('vite')).createServer({ server: { middlewareMode: true } }) : undefined
  if (vite) app.use(vite.middlewares)
  else app.use('/assets', express.static(path.join(CLIENT, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static(CLIENT, { maxAge: '1h', index: false }))
  app.use(sameOriginGuard(site), bodyGuard)
  if (!development) app.use(keptPages(house.db))
  app.all(
    '*',
    remixHandler({
      build: vite ? () => vite.ssrLoadModule('virtual:remix/server-build') as never : ((await pages) as never),
      contextOf: contextOf({ env, log, house, site }),
      mode: env.NODE_ENV,
    }),
  )
  app.use(lastResort(log))
  return app
}

/** Method, path without query, status, time: enough to operate, nothing about people. */
const briefLog = {
  serializers: {
    req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
    res: (response: { statusCode: number }) => ({ status: response.statusCode }),
  },
}

function listen(server: Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.PORT, env.HOST, () => resolve((server.address() as AddressInfo).port))
  })
}

/**
 * Starts the parts named in `roles` and resolves once they answer. `stop` ends them in order and resolves to false
 * when unsaved edits had to be spilled to disk.
 */
export async function startServer(env: Env, roles: Role[] = ['web', 'collab', 'worker']): Promise<Running> {
  process.env.NODE_ENV = env.NODE_ENV // React picks its production build by it
  const log = openLog(env.LOG_LEVEL)
  // Read while the database starts; whoever awaits it below hears of a failure.
  const pages = env.NODE_ENV === 'development' ? undefined : import(path.join(import.meta.dirname, 'build/server/index.js'))
  pages?.catch(() => undefined)
  const house = await openHouse(env, log)
  const server = createServer({
    requestTimeout: 60_000,
    headersTimeout: 10_000,
    connectionsCheckingInterval: 2_000,
    // Anybody else who offers another protocol (curl --http2) is answered in this one.
    shouldUpgradeCallback: (request) => isForLive(request.url),
  })
  let live: Live | undefined
  let unfollow = (): void => undefined
  try {
    const port = await listen(server, env)
    const site = siteOf(env, port)
    if (roles.includes('collab')) live = await openLive(server, { db: house.db, pool: house.pool, log, site, dataDir: env.DATA_DIR })
    server.on('request', await webApp({ env, log, house, site, live: () => live, pages }))
    if (roles.includes('web')) unfollow = followChanges(house.pool, log)
    if (roles.includes('worker')) await house.startWorker(site.appUrl)
    const stop = async () => {
      unfollow()
      server.close()
      server.closeIdleConnections()
      const saved = (await live?.close(25_000)) ?? true
      server.closeAllConnections()
      // With the database away a job or a pool may wait for ever; what was unsaved is in a file by now.
      const closed = house.close()
      if (saved) await closed
      else await Promise.race([closed.catch((error: unknown) => log.warn({ err: error }, 'closing without a database')), wait(5_000)])
      return saved
    }
    return { url: site.appUrl, house, stop }
  } catch (error) {
    server.close()
    await house.close()
    throw error
  }
}

function explain(error: unknown, env: Env | undefined): string {
  if (error instanceof EnvError || (error as Error | undefined)?.name === 'DataDirInUse') return (error as Error).message
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE') return `Port ${env?.PORT} is taken by another program. Stop it, or choose another one: PORT=3001 npm start`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Runs as the program itself: prints the ready line, stops on SIGINT and SIGTERM. */
export async function main(roles?: Role[]): Promise<void> {
  let env: Env | undefined
  try {
    env = readEnv(process.env)
    const running = await startServer(env, roles)
    for (const line of running.house.greeting) console.log(line)
    console.log(`Casa Comune ready at ${running.url}`)
    const end = once(async () => {
      const saved = await running.stop()
      process.exit(saved ? 0 : 3)
    })
    process.on('SIGINT', end).on('SIGTERM', end)
  } catch (error) {
    console.error(explain(error, env))
    process.exit(error instanceof EnvError ? 2 : 1)
  }
}

function once(run: () => Promise<void>): () => void {
  let started = false
  return () => {
    if (started) return
    started = true
    void run()
  }
}

if (process.argv[1] === import.meta.filename) await main()
