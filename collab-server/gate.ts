import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { limits } from '#app/documents/schema/definitions.ts'
import type { Refusal } from './judge/judge-content.ts'
import { judgeUpdate } from './judge/judge-update.ts'
import { Overlay } from './judge/overlay.ts'
import { isOpen, type Submission } from './link.ts'
import { countElements, type Room } from './rooms.ts'

/** What pieces that build on something missing may hold together while they wait. */
const parkBytes = 256 * 1024
const newClientsPerLink = 1_000

/** What one batch brings to one text: `accepted` and `update` are committed, `known` is on disk already. */
export type Share = { room: Room; gate: Gate; accepted: Submission[]; known: Submission[]; update: Uint8Array }

/** Judges what arrives for one text, batch by batch. */
export class Gate {
  private readonly room: Room
  private readonly parkMs: number
  private overlay: Overlay | undefined
  private parked: Submission[] = []
  /** `parkMs`: how long a piece may wait for what it builds on. */
  constructor(room: Room, parkMs: number) {
    this.room = room
    this.parkMs = parkMs
  }

  /** Starts a batch on the text as it stands. */
  open(): void {
    const { document } = this.room
    this.overlay = document && new Overlay(document, document.getXmlFragment(fragmentName))
  }

  get elements(): number {
    return this.overlay?.elements ?? 0
  }

  get claims(): ReadonlyMap<number, string> {
    return this.overlay?.claims ?? new Map<number, string>()
  }

  /** The batch is committed: client ids it took into use have their owner. */
  settle(): void {
    for (const [client, personId] of this.claims) this.room.owners.set(client, personId)
  }

  judge(submission: Submission): 'new' | 'known' | 'parked' | Refusal {
    const { link, update } = submission
    const { overlay } = this
    if (!overlay) return 'gap'
    if (update.byteLength > limits.frameBytes) return 'too-large'
    const before = overlay.elements
    const verdict = judgeUpdate(update, overlay, {
      personId: link.person.id,
      ownerOf: (client) => this.ownerOf(client),
      newClients: newClientsPerLink - link.newClients,
    })
    if (verdict.kind === 'refused') return verdict.reason
    if (verdict.kind === 'missing') return this.park(submission)
    if (verdict.kind === 'known') return 'known'
    const refusal = this.overLimit(submission, overlay.elements - before)
    if (!refusal) {
      link.newClients += verdict.clients.length
      return 'new'
    }
    overlay.undo()
    for (const client of verdict.clients) overlay.claims.delete(client)
    return refusal
  }

  private ownerOf(client: number): string | undefined {
    return this.room.owners.get(client) ?? this.room.presence.get(client)?.person.id
  }

  private overLimit({ link, update }: Submission, elements: number): Refusal | undefined {
    const { room } = this
    if (link.connection.readOnly || room.damaged) return 'read-only'
    if (room.bytes + update.byteLength > limits.documentBytes) return 'too-large'
    const total = room.elements + this.elements
    if (elements > 0 && total > limits.nodes && (!room.document || countElements(room.document) + this.elements > limits.nodes))
      return 'too-many-nodes'
    return undefined
  }

  private park(submission: Submission): 'parked' | 'gap' | 'read-only' {
    const { link, update } = submission
    if (link.connection.readOnly) return 'read-only'
    const held = this.parked.reduce((sum, one) => sum + one.update.byteLength, 0)
    const expired = performance.now() - submission.at > this.parkMs
    if (link.refusedOnce || expired || held + update.byteLength > parkBytes) return 'gap'
    this.parked.push(submission)
    return 'parked'
  }

  /** Parked pieces to judge again now that more has arrived; those of closed connections are forgotten. */
  retry(): Submission[] {
    return this.parked.splice(0).filter((one) => isOpen(one.link))
  }

  get waiting(): number {
    return this.parked.length
  }
}
