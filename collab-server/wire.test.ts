import { IncomingMessage } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { message, readFrame } from './wire.ts'

const seed = 20_261_122
let state = seed
const random = (below: number) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % below
const rubbish = (length: number) => Uint8Array.from({ length }, () => random(256))

/** Reads on as Hocuspocus does, where it would throw. */
function decodeAsHocuspocus(bytes: Uint8Array): void {
  const { decoder } = new IncomingMessage(bytes)
  decoding.readVarString(decoder)
  const type = decoding.readVarUint(decoder)
  if (type === message.auth) {
    decoding.readVarUint(decoder)
    decoding.readVarString(decoder)
    if (decoding.hasContent(decoder)) decoding.readVarString(decoder)
  } else if (type === message.sync || type === message.syncReply) {
    decoding.readVarUint(decoder)
    Y.encodeStateAsUpdate(new Y.Doc(), decoding.readVarUint8Array(decoder))
  }
}

test('no frame that Hocuspocus cannot decode reaches it', () => {
  let handedOn = 0
  for (let count = 0; count < 40_000; count++) {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, 'name.it')
    encoding.writeVarUint(encoder, random(10))
    if (random(2) === 0) encoding.writeVarUint(encoder, random(3))
    const bytes = rubbish(random(40))
    if (random(2) === 0) encoding.writeVarUint8Array(encoder, bytes)
    else encoding.writeUint8Array(encoder, bytes)
    const frame = encoding.toUint8Array(encoder)
    let kind: string
    try {
      kind = readFrame(frame).kind
    } catch {
      continue
    }
    if (kind !== 'auth' && kind !== 'ask') continue
    handedOn++
    expect(() => decodeAsHocuspocus(frame), `frame ${count} of seed ${seed}: ${frame.join(' ')}`).not.toThrow()
  }
  expect(handedOn).toBeGreaterThan(100)
})
