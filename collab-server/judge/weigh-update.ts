import * as decoding from 'lib0/decoding'

/** More pieces than a whole text of the largest size is made of. */
const mostPieces = 200_000
/** Smaller ones cannot hold that many: they are decoded as they are. */
const lightBytes = 64 * 1024

type Decoder = decoding.Decoder

const skip = (decoder: Decoder, bytes: number): void => {
  if (bytes < 0 || decoder.pos + bytes > decoder.arr.length) throw new Error('update ends early')
  decoder.pos += bytes
}
const skipBytes = (decoder: Decoder): void => skip(decoder, decoding.readVarUint(decoder))
const skipId = (decoder: Decoder): void => {
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
}
const times = (count: number, step: () => void): void => {
  for (let index = 0; index < count; index++) step()
}

/** By the number in the format: deleted, JSON, binary, string, embed, format, type, any, document. */
const skipContent: Record<number, (decoder: Decoder) => number> = {
  1: (decoder) => once(() => decoding.readVarUint(decoder)),
  2: (decoder) => repeated(decoder, () => skipBytes(decoder)),
  3: (decoder) => once(() => skipBytes(decoder)),
  4: (decoder) => once(() => skipBytes(decoder)),
  5: (decoder) => once(() => skipBytes(decoder)),
  6: (decoder) => once(() => times(2, () => skipBytes(decoder))),
  7: (decoder) => once(() => [3, 5].includes(decoding.readVarUint(decoder)) && skipBytes(decoder)),
  8: (decoder) => repeated(decoder, () => void decoding.readAny(decoder)),
  9: (decoder) => once(() => (skipBytes(decoder), void decoding.readAny(decoder))),
}
const once = (step: () => unknown): number => (step(), 1)
function repeated(decoder: Decoder, step: () => void): number {
  const count = decoding.readVarUint(decoder)
  if (count > mostPieces) return count
  times(count, step)
  return count
}

/** Skips one struct; returns how many pieces it makes. */
function skipStruct(decoder: Decoder): number {
  const info = decoding.readUint8(decoder)
  const content = info & 31
  if (content === 0 || info === 10) return once(() => decoding.readVarUint(decoder))
  if (info & 128) skipId(decoder)
  if (info & 64) skipId(decoder)
  if (!(info & 192)) {
    if (decoding.readVarUint(decoder) === 1) skipBytes(decoder)
    else skipId(decoder)
    if (info & 32) skipBytes(decoder)
  }
  const skipOne = skipContent[content]
  if (!skipOne) throw new Error(`unknown content ${content}`)
  return skipOne(decoder)
}

/**
 * True when an update consists of so many pieces that decoding it would hold everybody up (8 MB of the smallest pieces
 * take two seconds and a gigabyte). Counts without building anything; throws when the bytes are no update.
 */
export function isTooHeavy(update: Uint8Array): boolean {
  if (update.byteLength < lightBytes) return false
  const decoder = decoding.createDecoder(update)
  let pieces = 0
  for (let clients = decoding.readVarUint(decoder); clients > 0 && pieces <= mostPieces; clients--) {
    let structs = decoding.readVarUint(decoder)
    skipId(decoder)
    for (pieces++; structs > 0 && pieces <= mostPieces; structs--) pieces += skipStruct(decoder)
  }
  if (pieces > mostPieces) return true
  for (let clients = decoding.readVarUint(decoder); clients > 0 && pieces <= mostPieces; clients--) {
    decoding.readVarUint(decoder)
    const ranges = decoding.readVarUint(decoder)
    pieces += ranges + 1
    if (pieces <= mostPieces) times(ranges, () => skipId(decoder))
  }
  return pieces > mostPieces
}
