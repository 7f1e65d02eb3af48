import type { Logger } from 'pino'
import * as Y from 'yjs'
import { liveName } from '#app/documents/access.ts'
import { limits } from '#app/documents/schema/definitions.ts'
import { authorshipOf } from './authorship.ts'
import { batchWindow, Load } from './batch-window.ts'
import { Gate, type Share } from './gate.ts'
import { removalsIn } from './removals.ts'
import { acknowledge, isOpen, refuse, type Submission } from './link.ts'
import type { LogWriter } from './log-writer.ts'
import type { Turn } from './outbox.ts'
import { countElements, fromLog, type Room, type Rooms } from './rooms.ts'
import { authorshipOfUnsaved, Unsaved, type UnsavedUpdate } from './unsaved.ts'

type StageOptions = { rooms: Rooms; writer: LogWriter; turn: Turn; log: Logger; parkMs: number }

/** So many frames wait for nobody else. */
const fullBatch = 200

/**
 * Everything that changes a text passes here before anyone sees it: judge, commit all texts in one statement, then
 * apply, broadcast and acknowledge. What arrives during a commit goes into the next: the commit is the batch.
 */
export class CommitStage {
  private readonly options: StageOptions
  private queue: Submission[] = []
  private busy = false
  /** A turn is on its way, at once or after a pause. */
  private asked = false
  private pause: NodeJS.Timeout | undefined
  private lastStart = 0
  private readonly load = new Load()
  private readonly gates = new Map<Room, Gate>()
  /** Called before a batch is sent, so that presence rides in the same write. */
  beforeSend: () => void = () => undefined
  presenceFanOut: () => number = () => 0
  /** Called after a failed commit was followed by one that worked. */
  onRecovered: () => void = () => undefined
  /** Called when a text was changed. */
  onChanged: (room: Room) => void = () => undefined
  private failing = false
  private halted = false
  private readonly unsaved = new Unsaved()
  readonly counts = { commits: 0, frames: 0, refused: 0, failures: 0 }

  constructor(options: StageOptions) {
    this.options = options
  }

  /** Age in seconds of the oldest change that is not on disk. */
  unsavedSeconds(): number {
    const oldest = Math.min(...this.queue.map((one) => one.at), ...this.inFlight.map((one) => one.at))
    return Number.isFinite(oldest) ? (performance.now() - oldest) / 1000 : 0
  }
  private inFlight: Submission[] = []

  /** Nothing is on its way to the log. */
  get idle(): boolean {
    return !this.busy && this.queue.length === 0 && this.unsaved.isEmpty
  }

  /** Ends the stage and returns what never reached the log, judged, for a file. */
  halt(): UnsavedUpdate[] {
    this.halted = true
    this.unsaved.keep(
      this.judge([...this.inFlight, ...this.queue.splice(0)])
        .filter(hasNews)
        .map(unsavedOf),
    )
    return this.unsaved.rows()
  }

  submit(submission: Submission): void {
    submission.link.room.pending++
    this.counts.frames++
    this.queue.push(submission)
    if (this.queue.length === fullBatch) this.waitNoLonger()
    this.kick()
  }

  /** Asks for a turn: presence waits for the same window as changes. */
  kick(): void {
    if (this.busy || this.asked || this.halted) return
    this.asked = true
    const wait = this.queue.length >= fullBatch ? 0 : this.lastStart + this.window() - performance.now()
    const run = () => {
      this.asked = false
      this.pause = undefined
      void this.turn()
    }
    if (wait > 1) this.pause = setTimeout(run, wait)
    else setImmediate(run)
  }

  private waitNoLonger(): void {
    if (!this.pause) return
    clearTimeout(this.pause)
    this.pause = undefined
    this.asked = false
  }

  private window(): number {
    let connections = this.presenceFanOut()
    for (const { link } of this.queue) connections = Math.max(connections, link.room.document?.connections.size ?? 0)
    return batchWindow(connections, this.load.now)
  }

  private async turn(): Promise<void> {
    this.busy = true
    this.lastStart = performance.now()
    const batch = this.queue
    this.queue = []
    this.inFlight = batch
    const shares: Share[] = []
    if (this.unsaved.isDue) await this.saveKept()
    try {
      shares.push(...this.judge(batch))
      await this.commit(shares)
      for (const share of shares) this.deliver(share)
    } catch (error) {
      this.fail([...batch, ...shares.flatMap((share) => share.accepted)], error)
    }
    for (const { link } of batch) link.room.pending--
    this.inFlight = []
    this.beforeSend()
    this.options.turn.flush()
    for (const room of new Set(batch.map(({ link }) => link.room))) this.afterTurn(room)
    this.busy = false
    if (this.queue.length > 0) this.kick()
  }

  /** Gate of a room: holds the pieces that wait for what they build on. */
  private gateOf(room: Room): Gate {
    let gate = this.gates.get(room)
    if (!gate) this.gates.set(room, (gate = new Gate(room, this.options.parkMs)))
    return gate
  }

  private judge(batch: readonly Submission[]): Share[] {
    const shares = new Map<Room, Share>()
    const shareOf = (room: Room): Share => {
      const known = shares.get(room)
      if (known) return known
      const share = { room, gate: this.gateOf(room), accepted: [], known: [], update: new Uint8Array() }
      share.gate.open()
      shares.set(room, share)
      return share
    }
    for (const submission of batch) this.sort(submission, shareOf(submission.link.room))
    for (const [room, gate] of this.gates) if (gate.waiting > 0) for (const one of gate.retry()) this.sort(one, shareOf(room))
    return [...shares.values()]
  }

  private sort(submission: Submission, share: Share): void {
    const outcome = share.gate.judge(submission)
    if (outcome === 'new') share.accepted.push(submission)
    else if (outcome === 'known') share.known.push(submission)
    else {
      if (outcome !== 'parked') {
        this.counts.refused++
        refuse(submission.link, outcome)
      } else setTimeout(() => this.kick(), this.options.parkMs + 50).unref()
      submission.release()
    }
  }

  private async commit(shares: readonly Share[]): Promise<void> {
    const changed = shares.filter(hasNews)
    if (changed.length === 0) return
    const rows = changed.map(unsavedOf)
    const written = await this.options.writer.append(rows, authorshipOf(changed, rows)).catch((error: unknown) => {
      this.unsaved.keep(rows)
      this.retryLater()
      throw error
    })
    this.counts.commits++
    const names = new Set(written.map((row) => liveName({ documentId: row.document_id, lang: row.lang })))
    for (const share of changed) if (!names.has(share.room.name)) this.expel(share)
    this.works()
  }

  /** Tries again what failed earlier; open texts show it once it is on disk. */
  private async saveKept(): Promise<void> {
    const rows = this.unsaved.rows()
    try {
      await this.options.writer.append(rows, authorshipOfUnsaved(rows))
    } catch (error) {
      this.options.log.warn({ err: error, texts: rows.length }, 'unsaved changes wait for the database')
      return this.retryLater()
    }
    this.counts.commits++
    this.unsaved.clear()
    for (const row of rows) this.options.rooms.show(row, row.clients)
    this.works()
  }

  private retryLater(): void {
    setTimeout(() => this.kick(), this.unsaved.postpone() + 1).unref()
  }

  private works(): void {
    if (!this.failing) return
    this.failing = false
    this.onRecovered()
  }

  /** The text is gone or was rebuilt: nothing was written, everybody starts afresh. */
  private expel(share: Share): void {
    this.options.rooms.reset(share.room)
    share.accepted.length = 0
  }

  private deliver({ room, gate, accepted, known, update }: Share): void {
    const { document } = room
    if (accepted.length > 0 && document) {
      Y.applyUpdate(document, update, fromLog)
      if (document.store.pendingStructs || document.store.pendingDs)
        this.options.log.error({ text: room.name }, 'an accepted update left something pending')
      room.tail.count++
      room.tail.bytes += update.byteLength
      room.bytes += update.byteLength
      room.elements += gate.elements
      if (room.elements > limits.nodes) room.elements = countElements(document)
      gate.settle()
      document.flush()
      this.onChanged(room)
    }
    for (const { link, release } of [...accepted, ...known]) {
      if (isOpen(link)) acknowledge(link)
      release()
    }
  }

  /** Nobody is told "saved": their sockets close, they reconnect and send again. */
  private fail(batch: readonly Submission[], error: unknown): void {
    this.counts.failures++
    this.failing = true
    this.options.log.error({ err: error, frames: batch.length }, 'commit failed')
    for (const link of new Set(batch.map((one) => one.link))) link.closeSocket(1013, 'storage is away')
  }

  private afterTurn(room: Room): void {
    this.options.rooms.compactLater(room)
    if (room.pending === 0) this.onSettled(room)
  }
  /** Called when a room has no more frames on their way. */
  onSettled: (room: Room) => void = () => undefined

  forget(room: Room): void {
    this.gates.delete(room)
  }
}

const hasNews = (share: Share): boolean => share.accepted.length > 0

/** What a batch brings to one text, as one row of the log. */
function unsavedOf(share: Share): UnsavedUpdate {
  const updates = share.accepted.map((one) => one.update)
  share.update = updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates)
  const personIds = [...new Set(share.accepted.map((one) => one.link.person.id))]
  return {
    ...share.room.ref,
    epoch: share.room.epoch,
    update: share.update,
    personIds,
    clients: new Map(share.gate.claims),
    removals: removalsIn(share),
  }
}
