// @vitest-environment jsdom
import * as encoding from 'lib0/encoding'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { enterRoom, type Room } from './room.ts'
import { saveStateOf } from './save-state.ts'

const name = '019346c0-0000-7000-8000-000000000000.it'
const sync = 0
const auth = 2
const stateless = 5
const syncStatus = 8

/** The other end of the line, played by the test: nothing is answered that the test does not answer. */
class Line {
  static lines: Line[] = []
  readyState = 0
  binaryType = ''
  sent: Uint8Array[] = []
  private handlers: Record<string, ((event: unknown) => void)[]> = {}
  constructor() {
    Line.lines.push(this)
  }
  addEventListener(type: string, handler: (event: unknown) => void) {
    ;(this.handlers[type] ??= []).push(handler)
  }
  removeEventListener(type: string, handler: (event: unknown) => void) {
    this.handlers[type] = (this.handlers[type] ?? []).filter((one) => one !== handler)
  }
  send(message: Uint8Array) {
    this.sent.push(message)
  }
  close() {
    this.drop(1000)
  }
  emit(type: string, event: unknown) {
    for (const handler of this.handlers[type] ?? []) handler(event)
  }
  open() {
    this.readyState = 1
    this.emit('open', {})
  }
  drop(code: number) {
    if (this.readyState === 3) return
    this.readyState = 3
    this.emit('close', { code, reason: '' })
  }
  answer(type: number, write: (encoder: encoding.Encoder) => void) {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    const bytes = encoding.toUint8Array(encoder)
    this.emit('message', { data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) })
  }
  letIn() {
    this.answer(auth, (encoder) => {
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarString(encoder, 'read-write')
    })
  }
  acknowledge(applied = true) {
    this.answer(syncStatus, (encoder) => encoding.writeVarInt(encoder, applied ? 1 : 0))
  }
  /** The server's half of the first exchange. */
  exchange(server: Y.Doc) {
    this.answer(sync, (encoder) => writeSyncStep2(encoder, server))
    this.answer(sync, (encoder) => writeSyncStep1(encoder, server))
  }
  syncFrames() {
    return this.sent.filter((message) => {
      const decoder = decoding.createDecoder(message)
      decoding.readVarString(decoder)
      return decoding.readVarUint(decoder) === sync && decoding.readVarUint(decoder) !== 0
    }).length
  }
}

let room: Room
const line = () => Line.lines.at(-1)!
const type = (word: string) => room.doc.getText('words').insert(0, word)
const saved = () => saveStateOf(room.state(), Date.now() + 5_000).kind
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  Line.lines = []
  vi.stubGlobal('fetch', () => Promise.resolve({ type: 'basic' }))
  room = enterRoom({ name, person: 'me', epoch: 1, url: 'ws://localhost/collab', socketClass: Line })
})
afterEach(() => {
  room.leave()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function enter(server = new Y.Doc()) {
  await settle()
  line().open()
  await settle()
  line().letIn()
  line().exchange(server)
  await settle()
}

test('nothing is called saved before the first exchange is acknowledged', async () => {
  await enter()
  expect(saved()).toBe('saving')
  line().acknowledge()
  expect(saved()).toBe('saved')
})

test('a change ends "saved" at once and its acknowledgement brings it back', async () => {
  await enter()
  line().acknowledge()
  type('casa')
  expect(room.state().unsaved).toBe(1)
  expect(saved()).toBe('saving')
  line().acknowledge()
  expect(saved()).toBe('saved')
})

test('words written while the line was down are saved only with the exchange that carries them', async () => {
  await enter()
  line().acknowledge()
  line().drop(1006)
  type('uno')
  type('due')
  expect(saveStateOf(room.state(), Date.now())).toEqual({ kind: 'offline', changes: 2 })
  await vi.advanceTimersByTimeAsync(5_000)
  line().open()
  await settle()
  line().letIn()
  await settle()
  // Queued frames are not sent a second time: each acknowledgement belongs to one frame of this connection.
  expect(line().syncFrames()).toBe(0)
  type('tre')
  line().acknowledge()
  expect(saved(), 'the newest word is acknowledged, the older ones are not').not.toBe('saved')
  line().exchange(new Y.Doc())
  line().acknowledge()
  expect(saved()).toBe('saved')
})

test('access withdrawn while writing ends the room and no new line is opened', async () => {
  await enter()
  line().drop(4403)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(room.state().end?.kind).toBe('forbidden')
  expect(Line.lines).toHaveLength(1)
})

test('a refused change ends the room with its reason', async () => {
  await enter()
  type('x')
  line().acknowledge(false)
  line().answer(stateless, (encoder) => encoding.writeVarString(encoder, JSON.stringify({ refused: true, reason: 'too-deep' })))
  expect(room.state().end).toEqual({ kind: 'refused', reason: 'too-deep' })
  expect(room.state().unsaved).toBe(1)
})

test('stateless messages that are not about a refusal change nothing', async () => {
  await enter()
  line().answer(stateless, (encoder) => encoding.writeVarString(encoder, 'ciao'))
  line().answer(stateless, (encoder) => encoding.writeVarString(encoder, '{"typing":true}'))
  expect(room.state().end).toBeUndefined()
})

test('an older editor is told so', async () => {
  await settle()
  line().open()
  await settle()
  line().answer(auth, (encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'editor-too-old')
  })
  expect(room.state().end?.kind).toBe('editor-too-old')
})

test('a session that ended is told from a line that is down', async () => {
  await enter()
  vi.stubGlobal('fetch', () => Promise.resolve({ type: 'opaqueredirect' }))
  line().drop(1006)
  await settle()
  expect(room.state().signedOut).toBe(true)
})

test('the browser going off line is told at once, before the socket notices', async () => {
  await enter()
  line().acknowledge()
  window.dispatchEvent(new Event('offline'))
  type('x')
  expect(saveStateOf(room.state(), Date.now() + 5_000)).toEqual({ kind: 'offline', changes: 1 })
  window.dispatchEvent(new Event('online'))
  line().acknowledge()
  expect(saved()).toBe('saved')
})
