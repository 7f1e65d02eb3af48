import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Message types of the Hocuspocus protocol (its enum is not needed at run time). */
export const message = { sync: 0, presence: 1, auth: 2, syncReply: 4, close: 7, stateless: 5, syncStatus: 8 } as const
const syncStep = { one: 0, two: 1, update: 2 } as const
const authToken = 0

/**
 * A received frame. `address` is the document name, with a session id behind a NUL when the client multiplexes.
 * `update` carries changes and goes through the commit stage; `presence` is filtered; `ask` goes to Hocuspocus as it
 * is; everything else a client has no business sending is `noise`.
 */
export type Frame = { address: string; name: string; bytes: Uint8Array } & (
  { kind: 'update'; payload: Uint8Array } | { kind: 'presence'; payload: Uint8Array } | { kind: 'auth' | 'ask' | 'noise' }
)

/**
 * Reads a frame; throws when the bytes are no frame. What Hocuspocus will decode itself (`auth`, `ask`) is decoded here
 * too and thrown away: it prints what it cannot read, with a stack, and anybody could fill the log that way.
 */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes)
  const address = decoding.readVarString(decoder)
  const separator = address.indexOf('\0')
  const base = { address, name: separator === -1 ? address : address.slice(0, separator), bytes }
  switch (decoding.readVarUint(decoder)) {
    case message.sync:
    case message.syncReply: {
      const step = decoding.readVarUint(decoder)
      if (step === syncStep.one) {
        Y.decodeStateVector(decoding.readVarUint8Array(decoder))
        return { ...base, kind: 'ask' }
      }
      if (step !== syncStep.two && step !== syncStep.update) return { ...base, kind: 'noise' }
      return { ...base, kind: 'update', payload: decoding.readVarUint8Array(decoder) }
    }
    case message.presence:
      return { ...base, kind: 'presence', payload: decoding.readVarUint8Array(decoder) }
    case message.auth: {
      if (decoding.readVarUint(decoder) !== authToken) return { ...base, kind: 'noise' }
      decoding.readVarString(decoder)
      if (decoding.hasContent(decoder)) decoding.readVarString(decoder) // the provider's version
      return { ...base, kind: 'auth' }
    }
    case message.close:
      return { ...base, kind: 'ask' }
    default:
      return { ...base, kind: 'noise' }
  }
}

/** Tells the author that one of their frames is on disk, or refused. */
export function syncStatusFrame(address: string, saved: boolean): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, address)
  encoding.writeVarUint(encoder, message.syncStatus)
  encoding.writeVarInt(encoder, saved ? 1 : 0)
  return encoding.toUint8Array(encoder)
}

/** A frame as bytes on a WebSocket: built once, written to every socket that gets it. */
export function webSocketFrame(payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x82 // final, binary
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(payload, head)
  return frame
}
