import { hash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import * as Y from 'yjs'
import { limits } from '../schema/definitions.ts'

/** Kept beside every update and snapshot and checked on load: most single-bit flips decode silently to other text. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** States are compressed at rest; the hash is taken of the compressed bytes. */
export function pack(state: Uint8Array): { state: Buffer; size: number; sha256: Buffer } {
  const packed = zstdCompressSync(state)
  return { state: packed, size: state.byteLength, sha256: sha256(packed) }
}

export const unpack = (packed: Uint8Array): Uint8Array => zstdDecompressSync(packed, { maxOutputLength: limits.documentBytes * 8 })

/** A frame that every zstd decoder skips: what is before it is in the second Yjs format, which takes a third less room. */
const secondFormat = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 2])

/** A snapshot as it is stored. The second format is ours alone: it is never read from anybody else. */
export function packSnapshot(doc: Y.Doc): { state: Buffer; size: number; sha256: Buffer } {
  const state = Y.encodeStateAsUpdateV2(doc)
  const packed = Buffer.concat([zstdCompressSync(state), secondFormat])
  return { state: packed, size: state.byteLength, sha256: sha256(packed) }
}

/** A stored state or update, verified and unpacked, in the order of writing. */
export type StoredState = { bytes: Uint8Array; isSecondFormat: boolean }

export const unpackSnapshot = (packed: Buffer): StoredState => ({
  bytes: unpack(packed),
  isSecondFormat: packed.subarray(-secondFormat.length).equals(secondFormat),
})

/** Something in a document builds on what is not there: a part of what was stored is gone. */
export const hasHole = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null

/** Applies what was stored; `origin` is told to whoever watches the document. */
export function applyStored(doc: Y.Doc, { bytes, isSecondFormat }: StoredState, origin?: unknown): void {
  if (isSecondFormat) Y.applyUpdateV2(doc, bytes, origin)
  else Y.applyUpdate(doc, bytes, origin)
}
