import * as Y from 'yjs'
import type { Removal } from '#app/documents/log/append-updates.server.ts'
import type { Share } from './gate.ts'

type Range = { clock: number; len: number }

/**
 * What participants delete in this batch of words that are not their own, while the text still holds them: who runs the
 * meeting may take it back. A client that reconnects names every deletion of the text, so only live words count.
 */
export function removalsIn({ room, gate, accepted }: Share): Removal[] {
  const { document } = room
  if (!document) return []
  return accepted.flatMap(({ link: { person }, update }) => {
    if (person.kind !== 'participant' || update.at(-1) === 0) return [] // an update that ends with 0 deletes nothing
    const isOwn = (client: number) => (gate.claims.get(client) ?? room.owners.get(client)) === person.id
    return [...Y.decodeUpdate(update).ds.clients].flatMap(([clientId, ranges]) =>
      isOwn(clientId)
        ? []
        : ranges
            .flatMap((range) => liveParts(document, clientId, range))
            .map(({ clock, len }) => ({ ...room.ref, personId: person.id, clientId, clock, length: len })),
    )
  })
}

/** The parts of a range that are not deleted yet. */
function liveParts(document: Y.Doc, client: number, { clock, len }: Range): Range[] {
  const structs = document.store.clients.get(client) ?? []
  const last = structs.at(-1)
  if (!last || clock >= last.id.clock + last.length) return []
  const parts: Range[] = []
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]!
    if (struct.id.clock >= clock + len) break
    const from = Math.max(clock, struct.id.clock)
    const to = Math.min(clock + len, struct.id.clock + struct.length)
    if (!struct.deleted) parts.push({ clock: from, len: to - from })
  }
  return parts
}
