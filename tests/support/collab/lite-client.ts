import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { eachMark, markOf } from './marks.ts'
import { RawSocket } from './raw-socket.ts'
import { schemaVersion } from '#app/documents/schema/definitions.ts'

export type LiteOptions = {
  url: string
  headers: Record<string, string>
  name: string
  /** Number of this writer: it types into its own paragraph. */
  writer: number
  /** Also sends a caret with every edit, as editors do. */
  carets?: boolean
}

export type LiteHandlers = {
  onSent?: (client: LiteClient, number: number, at: number) => void
  onSeen?: (client: LiteClient, writer: number, number: number, at: number) => void
  onAck?: (client: LiteClient, number: number, sentAt: number, at: number, saved: boolean) => void
  onUpdate?: (client: LiteClient, at: number) => void
  onClose?: (client: LiteClient, why: string) => void
}

const paragraphStart = (writer: number): string => `p${writer.toString(36).padStart(3, '0')}:`

/** A state with one paragraph for each writer, made the same way every time. */
export function seedState(writers: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7_000_001
  const paragraphs = Array.from({ length: writers }, (_, writer) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(paragraphStart(writer))])
    return paragraph
  })
  doc.getXmlFragment(fragmentName).insert(0, paragraphs)
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

function frame(name: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const syncFrame = (name: string, step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array =>
  frame(name, (encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

const authFrame = (name: string): Uint8Array =>
  frame(name, (encoder) => {
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, `schema:${schemaVersion}`)
    encoding.writeVarString(encoder, '4.8.0')
  })

const caretFrame = (name: string, client: number, clock: number, at: number): Uint8Array =>
  frame(name, (encoder) => {
    encoding.writeVarUint(encoder, 1)
    const states = encoding.createEncoder()
    encoding.writeVarUint(states, 1)
    encoding.writeVarUint(states, client)
    encoding.writeVarUint(states, clock)
    encoding.writeVarString(states, JSON.stringify({ cursor: { anchor: at, head: at } }))
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states))
  })

/**
 * A client that speaks the protocol byte for byte but integrates nothing it is sent after the first state: it looks for
 * marks only. Its own edits are real Yjs updates. About four times cheaper than a provider, so the server is measured.
 */
export class LiteClient {
  readonly options: LiteOptions
  readonly doc = new Y.Doc()
  readonly ready: Promise<LiteClient>
  readonly startedAt = performance.now()
  syncedAt = 0
  dead = false
  framesIn = 0
  bytesIn = 0
  private readonly handlers: LiteHandlers
  readonly socket: RawSocket
  private waiting: ({ number: number; at: number } | undefined)[] = []
  private head = 0
  private update: Uint8Array = new Uint8Array()
  private clock = 0
  private own: Y.XmlText | undefined
  private settle!: { resolve: (client: LiteClient) => void; reject: (error: Error) => void }

  constructor(options: LiteOptions, handlers: LiteHandlers = {}) {
    this.options = options
    this.handlers = handlers
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }))
    this.doc.on('update', (update: Uint8Array, origin) => void (origin === this || (this.update = update)))
    const { name } = options
    this.socket = new RawSocket(options.url, options.headers, {
      onOpen: () => {
        this.socket.send(authFrame(name))
        this.socket.send(syncFrame(name, 0, Y.encodeStateVector(this.doc)))
      },
      onMessage: (bytes) => this.read(bytes),
      onClose: (why) => {
        this.dead = true
        if (this.syncedAt === 0) this.settle.reject(new Error(`closed before it was synced: ${why}`))
        handlers.onClose?.(this, why)
      },
    })
  }

  private read(bytes: Buffer): void {
    this.framesIn++
    this.bytesIn += bytes.length
    if (bytes.length === 1) return void (bytes[0] === 9 && this.socket.send(Uint8Array.of(10)))
    const decoder = decoding.createDecoder(bytes)
    const nameLength = decoding.readVarUint(decoder)
    decoder.pos += nameLength
    const type = decoding.readVarUint(decoder)
    if (type === 0 || type === 4) this.readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    else if (type === 8) this.acknowledged(decoding.readVarInt(decoder) === 1)
    else if (type === 2 && decoding.readVarUint(decoder) === 1) this.settle.reject(new Error('refused'))
  }

  private readSync(step: number, body: Uint8Array): void {
    if (step === 0) {
      this.waiting.push(undefined)
      return this.socket.send(syncFrame(this.options.name, 1, Y.encodeStateAsUpdate(this.doc, body)))
    }
    if (this.syncedAt > 0) {
      const now = performance.now()
      this.handlers.onUpdate?.(this, now)
      const { onSeen } = this.handlers
      if (onSeen) eachMark(body, (writer, number) => onSeen(this, writer, number, now))
      return
    }
    Y.applyUpdate(this.doc, body, this)
    if (step !== 1) return
    this.syncedAt = performance.now()
    this.settle.resolve(this)
  }

  private acknowledged(saved: boolean): void {
    const edit = this.waiting[this.head++]
    if (this.head > 4_096) this.waiting = this.waiting.slice(this.head)
    if (this.head > 4_096) this.head = 0
    if (edit) this.handlers.onAck?.(this, edit.number, edit.at, performance.now(), saved)
  }

  /** Frames sent that the server has not answered yet. */
  get unacknowledged(): number {
    return this.waiting.length - this.head
  }

  /** The paragraph this writer types into. */
  get paragraph(): Y.XmlText | undefined {
    if (this.own) return this.own
    const start = paragraphStart(this.options.writer)
    for (const element of this.doc.getXmlFragment(fragmentName).toArray()) {
      const text = element instanceof Y.XmlElement ? element.get(0) : undefined
      if (text instanceof Y.XmlText && text.toJSON().startsWith(start)) this.own = text
    }
    return this.own
  }

  /** Types the mark of edit `number` at the end of the own paragraph and sends it. */
  edit(number: number): void {
    const text = this.paragraph!
    text.insert(text.length, markOf(this.options.writer, number))
    const at = performance.now()
    this.handlers.onSent?.(this, number, at)
    this.send(this.update, number, at)
    if (this.options.carets) this.socket.send(caretFrame(this.options.name, this.doc.clientID, ++this.clock, text.length))
  }

  /** Makes a change here and returns its update, unsent. */
  change(make: () => void): Uint8Array {
    this.doc.transact(make)
    return this.update
  }

  send(update: Uint8Array, number = -1, at = performance.now()): void {
    this.waiting.push({ number, at })
    this.socket.send(syncFrame(this.options.name, 2, update))
  }

  /** Puts the paragraphs of all writers into an empty text. */
  seed(state: Uint8Array): void {
    Y.applyUpdate(this.doc, state, this)
    this.send(state)
  }

  destroy(): void {
    this.socket.destroy()
    this.doc.destroy()
  }
}
