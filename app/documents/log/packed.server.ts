import { hash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { limits } from '../schema/definitions.ts'

/** Kept beside every update and snapshot and checked on load: most single-bit flips decode silently to other text. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** Snapshots are compressed at rest; the hash is taken of the compressed bytes. */
export function pack(state: Uint8Array): { state: Buffer; size: number; sha256: Buffer } {
  const packed = zstdCompressSync(state)
  return { state: packed, size: state.byteLength, sha256: sha256(packed) }
}

export const unpack = (packed: Uint8Array): Uint8Array => zstdDecompressSync(packed, { maxOutputLength: limits.documentBytes * 8 })
