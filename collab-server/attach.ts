import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type pg from 'pg'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Access } from '#app/documents/access.ts'
import { epochOf } from '#app/documents/log/epoch-of.server.ts'
import { limits } from '#app/documents/schema/definitions.ts'
import type { Actor } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { CommitStage } from './commit-stage.ts'
import { LogFollower } from './follow-log.ts'
import { createHocuspocus } from './hooks.ts'
import { LogWriter } from './log-writer.ts'
import { Outbox, Turn } from './outbox.ts'
import { Peer } from './peer.ts'
import { Presence } from './presence.ts'
import { parametersOf } from './request-address.ts'
import { type Authenticate, recheckAccess } from './recheck-access.ts'
import { framesPerSecond } from './frame-budget.ts'
import { Rooms } from './rooms.ts'
import { showPresence } from './show-presence.ts'
import { ShrinkWatch } from './shrink-watch.ts'
import { writeSpill } from './spill.ts'
import { guardUpgrade } from './upgrade.ts'

export type CollabOptions = {
  db: Db
  pool: pg.Pool
  log: Logger
  /** What somebody may do with a live text; absent and forbidden are both 'none'. Throws when it cannot be known. */
  accessTo: (db: Db, actor: Actor, name: string) => Promise<Access>
  /** The person behind the request's cookie; undefined without a valid session. Throws when it cannot be known. */
  authenticate: Authenticate
  allowedOrigin: (origin: string | undefined, request: IncomingMessage) => boolean
  /** Name of this process among those that write to the log. */
  node: string
  connectionsPerText?: number
  /** Access is asked again after this time, besides when it is known to have changed. */
  recheckEveryMs?: number
  /** A socket that has opened no text by then is closed. */
  deadlineMs?: number
  /** A piece that builds on something missing is refused after this time. */
  parkMs?: number
  /** Folder for edits that cannot be committed when the server stops. */
  spillFolder?: string
  /** Frames one connection may send per second, after a burst. */
  framesPerSecond?: number
}

export type CollabStats = {
  connections: number
  documents: number
  unsavedSeconds: number
  commits: number
  frames: number
  refused: number
  failures: number
}

export type Collab = {
  stats: () => CollabStats
  /**
   * Stops taking changes, commits what came, closes the sockets. False when something could not be saved by the deadline
   * (ms): it is in a file then, and read back at the next start.
   */
  close: (deadline: number) => Promise<boolean>
}

/** Live editing at `/collab` on this server: see docs of the commit stage for the way of a change. */
export function attachCollab(server: Server, options: CollabOptions): Collab {
  const {
    db,
    pool,
    log,
    node,
    authenticate,
    connectionsPerText = 1_000,
    recheckEveryMs = 60_000,
    deadlineMs = 10_000,
    parkMs = 10_000,
  } = options
  const accessTo = (actor: Actor, name: string) => options.accessTo(db, actor, name)
  const peers = new Set<Peer>()
  const turn = new Turn()
  const rooms = new Rooms({ db, log })
  const writer = new LogWriter(pool, node)
  const stage = new CommitStage({ rooms, writer, turn, log, parkMs })
  const presence = new Presence(() => stage.kick())
  const hocuspocus = createHocuspocus({
    rooms,
    accessTo,
    epochOf: (name) => epochOf(db, name),
    log,
    peers,
    connectionsPerText,
    onLinkClosed: (link) => presence.leave(link),
  })

  const recheck = (peer: Peer) => recheckAccess(peer, { authenticate, accessTo, log })
  const resync = () => {
    for (const room of rooms.byName.values())
      rooms.resync(room).catch((error: unknown) => log.error({ err: error, text: room.name }, 'cannot resync'))
  }
  stage.beforeSend = () => presence.flush()
  stage.presenceFanOut = () => presence.fanOut()
  stage.onRecovered = resync
  const watch = new ShrinkWatch({ db, log })
  const noteChange = showPresence(peers, rooms)
  stage.onChanged = (room) => {
    watch.changed(room)
    noteChange(room)
  }
  stage.onSettled = (room) => {
    if (room.document && room.document.getConnectionsCount() === 0) void hocuspocus.unloadDocument(room.document)
  }
  rooms.onClosed = (room) => stage.forget(room)

  const follower = new LogFollower({
    pool,
    node,
    rooms,
    log,
    onAccessChanged: (personId) => peers.forEach((peer) => void (peer.person.id === personId && recheck(peer))),
    onResumed: () => {
      resync()
      peers.forEach((peer) => void recheck(peer))
    },
  })
  void follower.start()

  function welcome(socket: WebSocket, stream: Duplex, request: IncomingMessage, person: Peer['person']): void {
    const outbox = new Outbox(socket, stream, turn)
    const only = parametersOf(request.url).get('doc')
    const pause = (paused: boolean) => (paused ? socket.pause() : socket.resume())
    const rate = options.framesPerSecond ?? framesPerSecond
    const peer = new Peer({ person, request, outbox, stage, presence, only, pause, framesPerSecond: rate })
    const closeSocket = (code: number, reason: string) => peer.close(code, reason)
    peer.hocuspocus = hocuspocus.handleConnection(outbox, new Request('http://localhost/collab'), { peer, closeSocket })
    peers.add(peer)
    const deadline = setInterval(
      () => peer.links.size === 0 && peer.opening.size === 0 && peer.close(4408, 'no text was opened'),
      deadlineMs,
    )
    const again = setInterval(() => void recheck(peer), recheckEveryMs * (0.9 + Math.random() / 10))
    let alive = true
    const pulse = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, 30_000)
    socket.on('pong', () => (alive = true))
    socket.on('message', (data: Buffer) => {
      alive = true
      peer.receive(data)
    })
    socket.on('error', (error) => log.debug({ err: error }, 'socket error'))
    socket.on('close', (code, reason) => {
      for (const timer of [deadline, again, pulse]) clearInterval(timer)
      peers.delete(peer)
      peer.ended(code, String(reason))
    })
  }

  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes + 1_024,
    skipUTF8Validation: true,
  })
  const guard = guardUpgrade({ allowedOrigin: options.allowedOrigin, authenticate, log, sockets, welcome })
  server.on('upgrade', guard)

  function spill(): void {
    const rows = stage.halt()
    if (rows.length === 0) return
    const file = options.spillFolder && writeSpill(options.spillFolder, rows, node)
    log.error({ texts: rows.length, file }, file ? 'unsaved edits were written to a file' : 'unsaved edits are with their authors only')
  }

  async function close(deadline: number): Promise<boolean> {
    server.off('upgrade', guard)
    const until = performance.now() + deadline
    for (const peer of peers) peer.options.pause(true)
    while (!stage.idle && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5))
    const saved = stage.idle
    if (!saved) spill()
    writer.close()
    for (const peer of peers) {
      peer.close(1012, 'restarting')
      peer.options.pause(false) // or the client's answer to the closing would never be read
    }
    follower.stop()
    await Promise.race([rooms.settle(), new Promise((resolve) => setTimeout(resolve, Math.max(0, until - performance.now())).unref())])
    for (const client of sockets.clients) setTimeout(() => client.terminate(), Math.min(1_000, deadline)).unref()
    return saved
  }

  const stats = (): CollabStats => ({
    connections: peers.size,
    documents: rooms.byName.size,
    unsavedSeconds: stage.unsavedSeconds(),
    ...stage.counts,
  })
  return { stats, close }
}
