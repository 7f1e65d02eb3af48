import { randomBytes } from 'node:crypto'
import net from 'node:net'

type Handlers = { onOpen: () => void; onMessage: (bytes: Buffer) => void; onClose: (why: string) => void }

/** A client's frame: masked with zeros, so that nothing need be computed. */
function clientFrame(payload: Uint8Array, opcode = 2): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + 4 + length)
  frame[0] = 0x80 | opcode
  if (head === 2) frame[1] = 0x80 | length
  else if (head === 4) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.fill(0, head, head + 4)
  frame.set(payload, head + 4)
  return frame
}

type Header = { opcode: number; final: boolean; head: number; length: number }

/** The header of a server's frame; undefined while not all of the frame is there. */
function readHeader(bytes: Buffer, at: number): Header | undefined {
  if (bytes.length - at < 2) return undefined
  const short = bytes[at + 1]! & 127
  const head = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length - at < head) return undefined
  const length = head === 4 ? bytes.readUInt16BE(at + 2) : head === 10 ? Number(bytes.readBigUInt64BE(at + 2)) : short
  if (bytes.length - at < head + length) return undefined
  return { opcode: bytes[at]! & 15, final: (bytes[at]! & 128) !== 0, head, length }
}

/** A WebSocket client with as little to do as can be: a thousand of them must cost less than the server they measure. */
export class RawSocket {
  private readonly stream: net.Socket
  private readonly handlers: Handlers
  private rest: Buffer | undefined
  private parts: Buffer[] = []
  private opened = false
  closed = false
  private why = ''

  constructor(url: string, headers: Record<string, string>, handlers: Handlers) {
    this.handlers = handlers
    const { hostname, port, pathname, search, host } = new URL(url)
    this.stream = net.connect({ host: hostname, port: Number(port) })
    this.stream.setNoDelay(true)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const key = randomBytes(16).toString('base64')
    this.stream.once('connect', () =>
      this.stream.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${lines.join('')}\r\n`,
      ),
    )
    this.stream.on('data', (chunk: Buffer) => this.read(chunk))
    this.stream.on('error', (error) => (this.why ||= error.message))
    this.stream.on('close', () => {
      this.closed = true
      handlers.onClose(this.why)
    })
  }

  private read(chunk: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk
    this.rest = undefined
    let at = 0
    if (!this.opened) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end === -1) return void (this.rest = bytes)
      const [status = ''] = bytes.toString('latin1', 0, end).split('\r\n')
      if (!status.startsWith('HTTP/1.1 101')) return this.fail(status)
      this.opened = true
      at = end + 4
      this.handlers.onOpen()
    }
    for (let header = readHeader(bytes, at); header; header = readHeader(bytes, at)) {
      const payload = bytes.subarray(at + header.head, at + header.head + header.length)
      at += header.head + header.length
      this.take(header, payload)
    }
    if (at < bytes.length) this.rest = at > 0 ? Buffer.from(bytes.subarray(at)) : bytes
  }

  private take({ opcode, final }: Header, payload: Buffer): void {
    if (opcode === 9) return void this.stream.write(clientFrame(payload, 10))
    if (opcode === 8) {
      this.why = payload.length >= 2 ? String(payload.readUInt16BE(0)) : 'closed'
      return void this.stream.end()
    }
    if (opcode > 2) return
    if (final && this.parts.length === 0) return this.handlers.onMessage(payload)
    this.parts.push(Buffer.from(payload))
    if (final) this.handlers.onMessage(Buffer.concat(this.parts.splice(0)))
  }

  private fail(why: string): void {
    this.why = why
    this.stream.destroy()
  }

  send(payload: Uint8Array): void {
    if (!this.closed) this.stream.write(clientFrame(payload))
  }

  /** Reads nothing more until `resume`: a client that cannot keep up. */
  pause(): void {
    this.stream.pause()
  }

  resume(): void {
    this.stream.resume()
  }

  destroy(): void {
    this.closed = true
    this.stream.destroy()
  }
}
