import { Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { type Access, allows, parseLiveName } from '#app/documents/access.ts'
import { schemaVersion } from '#app/documents/schema/definitions.ts'
import type { Writer } from '#app/shared/actor.ts'
import type { Link } from './link.ts'
import { nameOf, type Peer } from './peer.ts'
import type { Rooms } from './rooms.ts'

/** What every connection carries: Hocuspocus hands it to each hook. */
export type Context = { peer: Peer; closeSocket: Link['closeSocket'] }
export type AccessTo = (actor: Writer, name: string) => Promise<Access>

type HooksOptions = {
  rooms: Rooms
  accessTo: AccessTo
  /** The epoch of a text now; undefined when there is none. */
  epochOf: (name: string) => Promise<number | undefined>
  log: Logger
  peers: ReadonlySet<Peer>
  connectionsPerText: number
  onLinkClosed: (link: Link) => void
}

/** A refusal in a hook. Without a message: Hocuspocus prints messages. */
class Refused extends Error {
  readonly reason: string
  readonly code = 1008
  constructor(reason: string) {
    super('')
    this.reason = reason
  }
}

/** Our editor sends `schema:<n> epoch:<n>`; other tokens count as current, since bytes are validated anyway. */
const numberIn = (token: string, name: 'schema' | 'epoch'): number | undefined => {
  const found = new RegExp(`(?:^| )${name}:(\\d{1,9})(?: |$)`).exec(token)?.[1]
  return found === undefined ? undefined : Number(found)
}
const isTooOld = (token: string): boolean => (numberIn(token, 'schema') ?? schemaVersion) < schemaVersion

/** A Hocuspocus that loads from the log, and neither stores nor accepts changes by itself. */
export function createHocuspocus({
  rooms,
  accessTo,
  epochOf,
  log,
  peers,
  connectionsPerText,
  onLinkClosed,
}: HooksOptions): Hocuspocus<Context> {
  const opening = (name: string): Peer[] => [...peers].filter((peer) => [...peer.opening].some((address) => nameOf(address) === name))

  // Hocuspocus would tell everybody who waits for this text that they may not read it; closing makes them try again.
  const storageAway = (name: string, error: unknown): Refused => {
    log.error({ text: name, err: error }, 'cannot open a text')
    for (const peer of opening(name)) peer.close(1013, 'storage is away')
    return new Refused('storage-away')
  }

  const refusal = async (access: Access, token: string, name: string): Promise<string | undefined> => {
    if (!allows(access, 'read')) return 'forbidden'
    if (isTooOld(token)) return 'editor-too-old'
    // A text that was rebuilt without some words exchanges no bytes with who still holds the old one.
    const epoch = numberIn(token, 'epoch')
    if (epoch !== undefined && epoch !== (await epochOf(name))) return 'rebuilt'
    return (rooms.byName.get(name)?.document?.connections.size ?? 0) < connectionsPerText ? undefined : 'full'
  }

  return new Hocuspocus<Context>({
    quiet: true,
    timeout: 2_000_000_000, // idle sockets are ours to find: Hocuspocus does not see the frames the stage takes
    async onAuthenticate({ token, documentName, context: { peer }, connectionConfig }) {
      const asked = parseLiveName(documentName) ? accessTo(peer.person, documentName) : Promise.resolve<Access>('none')
      const storage = (error: unknown): never => {
        throw storageAway(documentName, error)
      }
      const access = await asked.catch(storage)
      const reason = await refusal(access, token, documentName).catch(storage)
      if (reason !== undefined) {
        peer.settle(documentName)
        throw new Refused(reason)
      }
      connectionConfig.readOnly = !allows(access, 'write')
    },
    async onLoadDocument({ document, documentName }) {
      const room = rooms.open(documentName)
      if (!room) throw new Refused('forbidden')
      await rooms.load(room, document).catch((error: unknown) => {
        rooms.close(room)
        throw storageAway(documentName, error)
      })
    },
    connected({ connection, context: { peer, closeSocket }, documentName }) {
      const room = rooms.byName.get(documentName)!
      if (room.damaged) connection.readOnly = true
      const { kind, id, name } = peer.person
      const link: Link = {
        room,
        connection,
        address: connection.messageAddress,
        person: { kind, id, name },
        closeSocket,
        newClients: 0,
        refusedOnce: false,
      }
      peer.links.set(link.address, link)
      connection.onClose(() => {
        peer.links.delete(link.address)
        onLinkClosed(link)
      })
      peer.settle(documentName, link.address)
      return Promise.resolve()
    },
    // Changes and presence pass through the stage; what arrives here has gone around it.
    beforeSync: ({ type }) => (type === 0 ? Promise.resolve() : Promise.reject(new Refused('not through the stage'))),
    beforeHandleAwareness: ({ states }) => Promise.resolve(states.clear()),
    beforeUnloadDocument: ({ documentName }) => {
      const inUse = (rooms.byName.get(documentName)?.pending ?? 0) > 0 || opening(documentName).length > 0
      return inUse ? Promise.reject(new Refused('in use')) : Promise.resolve()
    },
    afterUnloadDocument: ({ documentName }) => {
      const room = rooms.byName.get(documentName)
      if (room?.document?.isDestroyed) rooms.close(room)
      return Promise.resolve()
    },
  })
}
