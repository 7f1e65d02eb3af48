import * as Y from 'yjs'
import { limits } from '#app/documents/schema/definitions.ts'
import { contentRefusal, type Refusal } from './judge-content.ts'
import type { Overlay, Struct } from './overlay.ts'
import { isTooHeavy } from './weigh-update.ts'

export type Verdict =
  | { kind: 'new'; clients: number[] }
  /** Everything in it is stored or in this batch already. */
  | { kind: 'known' }
  /** It builds on something that has not arrived; a reconnecting client may send such a piece just before its whole state. */
  | { kind: 'missing' }
  | { kind: 'refused'; reason: Refusal }

export type Writer = {
  personId: string
  /** Owner of a client id; undefined when nobody has it yet, null when it is the system's. */
  ownerOf: (client: number) => string | null | undefined
  /** So many client ids this connection may still take into use. */
  newClients: number
}

const budgetMs = 500

/**
 * Judges one untrusted update against the loaded text and the batch before it, without applying it. Only what is new
 * is judged. Accepted structs are added to the overlay; after any other verdict the overlay is as before.
 */
export function judgeUpdate(update: Uint8Array, overlay: Overlay, writer: Writer): Verdict {
  overlay.begin()
  let decoded
  try {
    if (isTooHeavy(update)) return { kind: 'refused', reason: 'too-large' }
    decoded = Y.decodeUpdate(update)
  } catch {
    return { kind: 'refused', reason: 'malformed' } // the decoder throws on anything it cannot read
  }
  const groups = byClient(decoded.structs)
  const owned = ownership(groups, overlay, writer)
  // What cannot be accepted whatever its order is refused before it is put in order: that may take long.
  if (owned === undefined || owned.length > writer.newClients) return { kind: 'refused', reason: 'foreign-client' }
  if (newElements(decoded.structs, overlay) > limits.nodes) return { kind: 'refused', reason: 'too-many-nodes' }
  const walked = walk(groups, overlay)
  const verdict = walked.kind === 'walked' ? deletions(decoded.ds, overlay, walked) : walked
  if (verdict.kind !== 'new') {
    overlay.undo()
    return verdict
  }
  for (const client of owned) overlay.claims.set(client, writer.personId)
  return { kind: 'new', clients: owned }
}

type Group = { structs: Struct[]; next: number }

function byClient(structs: readonly Struct[]): Map<number, Group> {
  const groups = new Map<number, Group>()
  for (const struct of structs) {
    const group = groups.get(struct.id.client)
    if (group) group.structs.push(struct)
    else groups.set(struct.id.client, { structs: [struct], next: 0 })
  }
  return groups
}

/** Client ids this update takes into use; undefined when it writes under an id that is somebody else's. */
function ownership(groups: Map<number, Group>, overlay: Overlay, writer: Writer): number[] | undefined {
  const taken: number[] = []
  for (const [client, { structs }] of groups) {
    const last = structs.at(-1)!
    const known = overlay.known(client)
    if (last.id.clock + last.length <= known) continue
    const owner = overlay.claims.get(client) ?? writer.ownerOf(client)
    // Shown by presence only, or by nobody: from now on it is this person's.
    if (known === 0 && (owner ?? writer.personId) === writer.personId) taken.push(client)
    else if (owner !== writer.personId) return undefined
  }
  return taken
}

function newElements(structs: readonly Struct[], overlay: Overlay): number {
  if (structs.length <= limits.nodes) return 0
  return structs.reduce(
    (count, struct) => count + (nodeNameOf(struct) !== undefined && struct.id.clock >= overlay.known(struct.id.client) ? 1 : 0),
    0,
  )
}

type Walked = { kind: 'walked'; changed: boolean; sections: number }

/** Takes structs in an order in which everything they build on is known; what is left over builds on something missing. */
function walk(groups: Map<number, Group>, overlay: Overlay): Walked | Verdict {
  const start = performance.now()
  let changed = false
  let sections = 0
  let steps = 0
  for (let progress = true; progress;) {
    progress = false
    for (const group of groups.values()) {
      for (; group.next < group.structs.length; group.next++) {
        if (++steps % 256 === 0 && performance.now() - start > budgetMs) return { kind: 'refused', reason: 'too-slow' }
        const struct = group.structs[group.next]!
        if (struct.id.clock + struct.length <= overlay.known(struct.id.client)) continue
        if (struct instanceof Y.Skip || !ready(struct, overlay)) break
        const refusal = take(struct, overlay)
        if (refusal) return { kind: 'refused', reason: refusal }
        if (isSection(struct)) sections++
        changed = true
        progress = true
      }
    }
  }
  const finished = [...groups.values()].every((group) => group.next === group.structs.length)
  return finished ? { kind: 'walked', changed, sections } : { kind: 'missing' }
}

function ready(struct: Y.Item | Y.GC, overlay: Overlay): boolean {
  if (struct.id.clock > overlay.known(struct.id.client)) return false
  if (!(struct instanceof Y.Item)) return true
  const parent = struct.parent instanceof Y.ID ? struct.parent : null
  return overlay.has(struct.origin) && overlay.has(struct.rightOrigin) && overlay.has(parent)
}

function take(struct: Y.Item | Y.GC, overlay: Overlay): Refusal | undefined {
  if (!(struct instanceof Y.Item)) {
    overlay.add(struct, { holder: { kind: 'gone' }, key: null })
    return undefined
  }
  const placed = overlay.place(struct)
  const refusal = contentRefusal(struct, placed, overlay)
  if (refusal === undefined) overlay.add(struct, placed)
  return refusal
}

const nodeNameOf = (struct: Struct): string | undefined =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentType ? (struct.content.type as Partial<Y.XmlElement>).nodeName : undefined

const isSection = (struct: Struct): boolean => nodeNameOf(struct) === 'section'

/** Fixed sections may be replaced (the editor's binding does that), never removed or added. */
function deletions(ds: { clients: Map<number, { clock: number; len: number }[]> }, overlay: Overlay, walked: Walked): Verdict {
  let { changed } = walked
  let removed = 0
  for (const [client, ranges] of ds.clients) {
    const structs = overlay.store.clients.get(client) ?? []
    const stored = Y.getState(overlay.store, client)
    for (const { clock, len } of ranges) {
      const end = clock + len
      if (end > overlay.known(client)) return { kind: 'missing' }
      if (end > stored) changed = true
      if (clock >= stored) continue
      for (let index = Y.findIndexSS(structs, clock); index < structs.length && structs[index]!.id.clock < end; index++) {
        const struct = structs[index]!
        if (struct.deleted) continue
        changed = true
        if (isSection(struct)) removed++
      }
    }
  }
  if (removed !== walked.sections) return { kind: 'refused', reason: 'fixed-sections' }
  return changed ? { kind: 'new', clients: [] } : { kind: 'known' }
}
