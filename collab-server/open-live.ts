import type { Server } from 'node:http'
import type { House } from '../bin/open-house.ts'
import type { Env } from '#app/shared/env.ts'
import type { Site } from '#app/shared/http/site.server.ts'
import type { Logger } from '#app/shared/log.server.ts'

export type Live = {
  stats: () => { connections: number; documents: number; unsavedSeconds: number }
  /** Saves what is waiting within the deadline (ms); false when edits had to be spilled to disk. */
  close: (deadline: number) => Promise<boolean>
}
type Parts = { env: Env; log: Logger; house: House; site: Site }

/** Live editing on the web server's port: the wiring of attachCollab with sessions, origins and access. */
export async function openLive(_server: Server, _parts: Parts): Promise<Live> {
  return Promise.resolve({ stats: () => ({ connections: 0, documents: 0, unsavedSeconds: 0 }), close: () => Promise.resolve(true) })
}
