import * as Y from 'yjs'
import { isShrunk } from '../versions/is-shrunk.ts'
import { charactersOf } from './characters-of.server.ts'
import { applyStored, hasHole, packSnapshot, type StoredState, unpackSnapshot } from './packed.server.ts'

/**
 * All stored states of a text as one. `shrunk`: most of what the first, or the tail up to its middle, held is gone;
 * `hole`: what they build on is not all there.
 */
export type Folded = { state: Uint8Array; size: number; sha256: Uint8Array; vector: Uint8Array; shrunk: boolean; hole: boolean }

/** `keepsDeleted`: what was deleted stays in the state, so that it can be brought back (tables, where a raid may come). */
export function fold(states: readonly StoredState[], keepsDeleted = false): Folded {
  const doc = new Y.Doc({ gc: !keepsDeleted })
  const middle = Math.ceil((states.length + 1) / 2)
  let peak = 0
  for (const part of [states.slice(0, 1), states.slice(1, middle), states.slice(middle)]) {
    peak = Math.max(peak, charactersOf(doc))
    doc.transact(() => part.forEach((state) => applyStored(doc, state)))
  }
  const folded = { ...packSnapshot(doc), vector: Y.encodeStateVector(doc), shrunk: isShrunk(peak, charactersOf(doc)), hole: hasHole(doc) }
  doc.destroy()
  return folded
}

/** Whether a stored snapshot says what it was meant to say. */
export function says(state: Uint8Array, vector: Uint8Array): boolean {
  const doc = new Y.Doc()
  applyStored(doc, unpackSnapshot(Buffer.from(state.buffer, state.byteOffset, state.byteLength)))
  const same = Buffer.from(Y.encodeStateVector(doc)).equals(vector)
  doc.destroy()
  return same
}

/** Who does the folding: this thread, or another one where people must not wait for it. */
export type Folder = {
  fold: (states: readonly StoredState[], keepsDeleted?: boolean) => Folded | Promise<Folded>
  says: (state: Uint8Array, vector: Uint8Array) => boolean | Promise<boolean>
}
