import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { webSocketFrame } from './wire.ts'

/** Unsent bytes after which a socket is too slow to keep: its client reconnects and asks for what it lacks. */
const tooMuch = 1024 * 1024
/** A whole text that was asked for may take its time: it does not count. */
const large = 256 * 1024

/** Sockets with something to write; each is written once per turn of the event loop, or when a batch says so. */
export class Turn {
  private readonly waiting = new Set<Outbox>()
  private scheduled = false
  private last: { message: Uint8Array; frame: Buffer } | undefined

  add(outbox: Outbox): void {
    this.waiting.add(outbox)
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      this.flush()
    })
  }

  flush(): void {
    for (const outbox of this.waiting) outbox.flush()
    this.waiting.clear()
    this.last = undefined
  }

  /** A broadcast hands the same message to every connection: it is framed once. */
  frame(message: Uint8Array): Buffer {
    if (this.last?.message !== message) this.last = { message, frame: webSocketFrame(message) }
    return this.last.frame
  }
}

/**
 * The sending side of one socket, in the shape Hocuspocus expects of a WebSocket. Frames are written to the raw stream
 * (no compression is negotiated, so whole frames may be written beside the library's own control frames).
 */
export class Outbox {
  private readonly socket: WebSocket
  private readonly stream: Duplex
  private readonly turn: Turn
  private queue: Buffer[] = []
  private allowance = tooMuch

  constructor(socket: WebSocket, stream: Duplex, turn: Turn) {
    this.socket = socket
    this.stream = stream
    this.turn = turn
  }

  get readyState(): number {
    return this.socket.readyState
  }

  send(message: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (message.byteLength > large) this.allowance = Math.max(this.allowance, tooMuch + message.byteLength)
    this.queue.push(this.turn.frame(message))
    this.turn.add(this)
  }

  flush(): void {
    const { queue } = this
    if (queue.length === 0) return
    this.queue = []
    if (this.socket.readyState !== this.socket.OPEN) return
    this.stream.write(queue.length === 1 ? queue[0] : Buffer.concat(queue))
    if (this.stream.writableLength > this.allowance) this.socket.terminate()
  }

  close(code = 1000, reason = ''): void {
    this.flush()
    if (this.socket.readyState === this.socket.OPEN) this.socket.close(code, reason.slice(0, 100))
  }
}
