import * as Y from 'yjs'

/** A stretch of Yjs ids. */
export type Range = { client: number; clock: number; length: number }

/**
 * Brings back what was deleted under these ids, where it stood among what is there now: Yjs's own undo, handed the
 * deletions. `doc` must keep what was deleted (`gc: false`); of what it no longer holds nothing comes back.
 */
export function bringBack(doc: Y.Doc, fragment: Y.XmlFragment, ranges: readonly Range[]): void {
  if (ranges.length === 0) return
  const deletions = Y.createDeleteSet()
  for (const [client, own] of Map.groupBy(ranges, (range) => range.client)) deletions.clients.set(client, joined(own))
  const manager = new Y.UndoManager(fragment, { ignoreRemoteMapChanges: true })
  manager.undoStack.push({ deletions, insertions: Y.createDeleteSet(), meta: new Map() })
  manager.undo()
  manager.destroy()
}

/** In order and without overlaps: two people may have deleted the same words at once. */
function joined(ranges: readonly Range[]): { clock: number; len: number }[] {
  const result: { clock: number; len: number }[] = []
  for (const { clock, length } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = result.at(-1)
    if (last && clock <= last.clock + last.len) last.len = Math.max(last.len, clock + length - last.clock)
    else result.push({ clock, len: length })
  }
  return result
}
