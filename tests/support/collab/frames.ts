import * as encoding from 'lib0/encoding'

/** A frame of any opcode, as only a hostile client would send it; `write` fills what comes after the opcode. */
export function rawFrame(name: string, opcode: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, opcode)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** A whole frame with an update. */
export const updateFrame = (name: string, update: Uint8Array): Uint8Array =>
  rawFrame(name, 0, (encoder) => {
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, update)
  })

/** A whole frame with one presence state. */
export const presenceFrame = (name: string, client: number, clock: number, state: unknown): Uint8Array =>
  rawFrame(name, 1, (encoder) => {
    const states = encoding.createEncoder()
    for (const number of [1, client, clock]) encoding.writeVarUint(states, number)
    encoding.writeVarString(states, JSON.stringify(state))
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states))
  })
