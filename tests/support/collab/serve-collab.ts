import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Access } from '#app/documents/access.ts'
import type { Actor, Person } from '#app/shared/actor.ts'
import { type Db, openDatabase } from '#db/connection.ts'
import { attachCollab, type CollabOptions } from '#collab/attach.ts'
import { isForLive } from '#collab/request-address.ts'

/** The test's cookie is the person's id: what sessions are is not what these tests are about. */
export async function personOf(db: Db, request: IncomingMessage): Promise<Person | undefined> {
  const id = /(?:^|; )person=([0-9a-f-]{36})/.exec(request.headers.cookie ?? '')?.[1]
  const row =
    id &&
    (await db
      .selectFrom('person')
      .where('id', '=', id)
      .where('suspended_at', 'is', null)
      .select(['id', 'name', 'email'])
      .executeTakeFirst())
  return row ? { kind: 'person', ...row, role: 'editor', organisations: [], programmes: [] } : undefined
}

export const testOrigin = 'http://casa.test'

type Served = { url: string; port: number; collab: ReturnType<typeof attachCollab>; close: () => Promise<void> }

export type ServeOptions = Partial<CollabOptions> & { databaseUrl: string; port?: number; access?: (actor: Actor, name: string) => Access }

/** A live server on a free port with its own pool; who may what is `access`, by default everybody writes. */
export async function serveCollab({ databaseUrl, port = 0, access = () => 'write', ...options }: ServeOptions): Promise<Served> {
  const log = pino({ level: process.env.COLLAB_LOG ?? 'silent' })
  const { db, pool } = openDatabase({ url: databaseUrl, max: 8, onError: (error) => log.warn(error) })
  const server = http.createServer({ shouldUpgradeCallback: (request) => isForLive(request.url) }, (_request, response) =>
    response.end('ok'),
  )
  const collab = attachCollab(server, {
    db,
    pool,
    log,
    node: `node-${process.pid}-${Math.random().toString(36).slice(2, 8)}`,
    allowedOrigin: (origin) => origin === testOrigin,
    authenticate: (request) => personOf(db, request),
    accessTo: async (handle, actor, name) => {
      const found = await handle
        .selectFrom('document_text')
        .where('document_id', '=', name.slice(0, 36))
        .where('lang', '=', name.slice(37))
        .select('lang')
        .executeTakeFirst()
      return found ? access(actor, name) : 'none'
    },
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const bound = (server.address() as AddressInfo).port
  const close = async () => {
    await collab.close(2_000)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await db.destroy()
  }
  return { url: `ws://127.0.0.1:${bound}/collab`, port: bound, collab, close }
}
