import type { LiteClient } from '../../support/collab/lite-client.ts'

/** Who has sent what, and who has seen it: one for all clients of a run. */
export class Ledger {
  private readonly writers: number
  /** Edits each writer has sent, by text. */
  readonly sent: Int32Array[]
  private readonly sentAt: number[][][]
  /** By client: the number each writer's next edit must have. */
  private readonly next = new Map<LiteClient, { text: number; numbers: Int32Array }>()
  /** Edits sent before this moment are warm-up. */
  measureFrom = Infinity
  readonly latencies: number[] = []
  readonly acknowledgements: number[] = []
  delivered = 0
  gaps = 0
  repeats = 0
  refused = 0

  constructor(texts: number, writers: number) {
    this.writers = writers
    this.sent = Array.from({ length: texts }, () => new Int32Array(writers))
    this.sentAt = Array.from({ length: texts }, () => Array.from({ length: writers }, () => []))
  }

  add(client: LiteClient, text: number): void {
    this.next.set(client, { text, numbers: new Int32Array(this.writers) })
  }

  readonly handlers = (text: number) => ({
    onSent: ({ options }: LiteClient, number: number, at: number) => {
      this.sentAt[text]![options.writer]![number] = at
      this.sent[text]![options.writer] = number + 1
    },
    onSeen: (client: LiteClient, writer: number, number: number, at: number) => this.seen(client, writer, number, at),
    onAck: (_client: LiteClient, number: number, sentAt: number, at: number, saved: boolean) => {
      if (number < 0) return
      if (!saved) this.refused++
      if (sentAt >= this.measureFrom) this.acknowledgements.push(at - sentAt)
    },
  })

  private seen(client: LiteClient, writer: number, number: number, at: number): void {
    const own = this.next.get(client)
    const sentAt = own && this.sentAt[own.text]![writer]?.[number]
    if (!own || sentAt === undefined) return
    const expected = own.numbers[writer]!
    if (number < expected) return void this.repeats++
    this.gaps += number - expected
    own.numbers[writer] = number + 1
    if (writer === client.options.writer) return
    this.delivered++
    if (sentAt >= this.measureFrom) this.latencies.push(at - sentAt)
  }

  get edits(): number {
    return this.sent.reduce((sum, numbers) => sum + numbers.reduce((one, other) => one + other, 0), 0)
  }

  /** What all clients together should have seen. */
  get deliveries(): number {
    let sum = 0
    for (const [client, { text }] of this.next)
      for (let writer = 0; writer < this.writers; writer++) if (writer !== client.options.writer) sum += this.sent[text]![writer]!
    return sum
  }

  get missing(): number {
    return this.deliveries - this.delivered - this.gaps
  }
}
