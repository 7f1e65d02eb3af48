import { hash } from 'node:crypto'
import { liveName, type TextRef } from '../access.ts'
import { sha256 } from './packed.server.ts'

/**
 * Where stored bytes belong. Updates have no place among each other: Yjs takes them in any order, and a missing one
 * leaves a hole that loading finds. A version is one of many, so its id is part of its place.
 */
export type Place = TextRef & { epoch: number; kind: 'update' | 'snapshot' | `version ${string}` }

/** Binds the hash of stored bytes to their place: a row swapped whole with another text's, hash and all, is found. */
export const sealOf = (bytesHash: Uint8Array, { kind, epoch, ...ref }: Place): Buffer =>
  hash('sha256', `${kind} ${liveName(ref)} ${epoch} ${Buffer.from(bytesHash).toString('hex')}`, 'buffer')

export type Sealed = { bytes: Uint8Array | null; sha256: Uint8Array | null; seal: Uint8Array | null }

/** Whether stored bytes are whole and where they belong; rows from before there were seals have none. */
export function isIntact({ bytes, sha256: expected, seal }: Sealed, place: Place): boolean {
  if (!bytes || !expected || !sha256(bytes).equals(expected)) return false
  return seal === null || sealOf(expected, place).equals(seal)
}
