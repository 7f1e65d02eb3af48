import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { allows } from '#app/documents/access.ts'
import type { Writer } from '#app/shared/actor.ts'
import type { AccessTo } from './hooks.ts'
import type { Peer } from './peer.ts'

export type Authenticate = (request: IncomingMessage) => Promise<Writer | undefined>
type Options = { authenticate: Authenticate; accessTo: AccessTo; log: Logger }

/**
 * Asks again who this is and what they may. Whoever lost something is disconnected with 4403: on reconnecting they get
 * what they have now, or the reason. When the database is away nothing is decided; nothing can be written then either.
 */
export async function recheckAccess(peer: Peer, { authenticate, accessTo, log }: Options): Promise<void> {
  try {
    const person = await authenticate(peer.options.request)
    if (!person || person.id !== peer.person.id) return peer.close(4403, 'forbidden')
    peer.person = person
    for (const { connection, room } of peer.links.values()) {
      const access = await accessTo(person, room.name)
      if (!allows(access, 'read')) return peer.close(4403, 'forbidden')
      if (!room.damaged && connection.readOnly === allows(access, 'write')) return peer.close(4403, 'access changed')
    }
  } catch (error) {
    log.warn({ err: error }, 'cannot recheck access')
  }
}
