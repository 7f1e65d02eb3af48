import type { IncomingMessage } from 'node:http'
import type { Hocuspocus } from '@hocuspocus/server'
import type { Writer } from '#app/shared/actor.ts'
import type { CommitStage } from './commit-stage.ts'
import { FrameBudget } from './frame-budget.ts'
import { type Link, refuse } from './link.ts'
import type { Outbox } from './outbox.ts'
import type { Presence } from './presence.ts'
import { type Frame, readFrame } from './wire.ts'

/** Unhandled bytes after which a socket is read no further until the stage has caught up. */
const highWater = 16 * 1024 * 1024
const highFrames = 5_000
const textsPerSocket = 50

export type PeerOptions = {
  person: Writer
  request: IncomingMessage
  outbox: Outbox
  stage: CommitStage
  presence: Presence
  /** Document named in the address, `/collab?doc=NAME`: then no other may be opened on this socket. */
  only: string | null
  pause: (paused: boolean) => void
  framesPerSecond: number
}

/** The live name in an address; a client that multiplexes adds its session id behind a NUL. */
export const nameOf = (address: string): string => address.split('\0', 1)[0]!

/** One socket: brings its frames to where they belong, in the order they came. */
export class Peer {
  readonly options: PeerOptions
  /** Set right after construction: Hocuspocus needs the outbox first. */
  hocuspocus!: ReturnType<Hocuspocus['handleConnection']>
  readonly links = new Map<string, Link>()
  /** Addresses whose authentication or loading is under way. */
  readonly opening = new Set<string>()
  person: Writer
  private queue: Frame[] = []
  private queuedBytes = 0
  private inFlight = 0
  private paused = false
  private closed = false
  private readonly budget: FrameBudget
  private saidAt = -Infinity

  constructor(options: PeerOptions) {
    this.options = options
    this.person = options.person
    this.budget = new FrameBudget(options.framesPerSecond)
  }

  receive(bytes: Uint8Array): void {
    if (this.closed) return
    let frame: Frame
    try {
      frame = readFrame(bytes)
    } catch {
      return this.close(1007, 'not a frame')
    }
    if (!this.budget.take()) return this.tooFast(frame)
    if (frame.kind === 'noise') return
    this.queue.push(frame)
    this.queuedBytes += bytes.byteLength
    this.pump()
  }

  /** Dropped unread. Who sends changes is told, once a second at most: what builds on a dropped one cannot come in. */
  private tooFast({ kind, address }: Frame): void {
    if (kind === 'auth' || kind === 'ask') return this.close(1008, 'too fast')
    const link = this.links.get(address)
    if (kind !== 'update' || !link) return
    link.refusedOnce = true
    if (performance.now() - this.saidAt < 1_000) return
    this.saidAt = performance.now()
    refuse(link, 'too-fast')
  }

  /** Handles queued frames as far as they can be. Updates are under way together; anything else waits for them. */
  pump(): void {
    let done = 0
    for (; done < this.queue.length && !this.closed; done++) {
      const frame = this.queue[done]!
      const link = this.links.get(frame.address)
      if (frame.kind === 'auth') this.authenticate(frame, link)
      else if (!link) {
        if (this.opening.has(frame.address)) break // until the text is loaded; without authentication the frame is dropped
      } else if (frame.kind === 'update') this.submit(frame.payload, frame.bytes.byteLength, link)
      else if (this.inFlight > 0) break
      else if (frame.kind === 'presence') this.options.presence.receive(link, frame.payload)
      else this.hocuspocus.handleMessage(frame.bytes)
      this.queuedBytes -= frame.bytes.byteLength
    }
    this.queue.splice(0, done)
    this.regulate()
  }

  private authenticate(frame: Frame, link: Link | undefined): void {
    if (link || this.opening.has(frame.address)) return
    if (this.options.only !== null && frame.name !== this.options.only) return this.close(4403, 'another document')
    if (this.opening.size + this.links.size >= textsPerSocket) return this.close(1008, 'too many texts')
    this.opening.add(frame.address)
    this.hocuspocus.handleMessage(frame.bytes)
  }

  private submit(update: Uint8Array, size: number, link: Link): void {
    this.inFlight++
    this.queuedBytes += size
    let released = false
    const release = () => {
      if (released) return
      released = true
      this.inFlight--
      this.queuedBytes -= size
      if (this.inFlight === 0 || this.paused) this.pump()
    }
    this.options.stage.submit({ link, update, release, at: performance.now() })
  }

  /** An attempt to open a text is over: what came meanwhile is handled, or dropped when it failed. */
  settle(name: string, address?: string): void {
    for (const one of this.opening) if (address === undefined ? nameOf(one) === name : one === address) this.opening.delete(one)
    this.pump()
  }

  private regulate(): void {
    const full = this.queuedBytes > highWater || this.queue.length + this.inFlight > highFrames
    if (full === this.paused || this.closed) return
    this.paused = full
    this.options.pause(full)
  }

  close(code: number, reason: string): void {
    this.closed = true
    this.queue = []
    this.options.outbox.close(code, reason)
  }

  /** The socket is gone. */
  ended(code: number, reason: string): void {
    this.closed = true
    this.queue = []
    this.opening.clear()
    this.hocuspocus.handleClose({ code, reason })
  }
}
