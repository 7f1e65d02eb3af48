import * as Y from 'yjs'
import { liveName } from '#app/documents/access.ts'
import type { Authorship, NewUpdate, Removal } from '#app/documents/log/append-updates.server.ts'

/** A judged change of one text whose commit failed, with the Yjs client ids it takes into use and what participants removed. */
export type UnsavedUpdate = NewUpdate & { clients: ReadonlyMap<number, string>; removals: readonly Removal[] }

/** Beyond this nothing more is kept: the authors still have their words and send them again. */
const mostBytes = 64 * 1024 * 1024
const pauses = { shortest: 100, longest: 2_000 }

/**
 * Changes that are judged but not on disk: tried again with growing pauses, for authors who closed their browser
 * meanwhile; spilled to a file when the server must stop. Nobody has been told that they are saved. Each builds on
 * committed words only, so any of them may be missing, or come twice.
 */
export class Unsaved {
  private readonly byText = new Map<string, UnsavedUpdate>()
  private bytes = 0
  private pause = pauses.shortest
  private dueAt = 0

  get isEmpty(): boolean {
    return this.byText.size === 0
  }

  rows(): UnsavedUpdate[] {
    return [...this.byText.values()]
  }

  keep(rows: readonly UnsavedUpdate[]): void {
    for (const row of rows) {
      if (this.bytes + row.update.byteLength > mostBytes) continue
      const key = `${liveName(row)}/${row.epoch}`
      const known = this.byText.get(key)
      const kept = known ? joined(known, row) : row
      this.bytes += kept.update.byteLength - (known?.update.byteLength ?? 0)
      this.byText.set(key, kept)
    }
  }

  /** These are on disk now. */
  clear(): void {
    this.byText.clear()
    this.bytes = 0
    this.pause = pauses.shortest
  }

  /** Notes a failed try; returns the pause before the next one, in milliseconds. */
  postpone(): number {
    const { pause } = this
    this.dueAt = performance.now() + pause
    this.pause = Math.min(pauses.longest, pause * 2)
    return pause
  }

  get isDue(): boolean {
    return !this.isEmpty && performance.now() >= this.dueAt
  }
}

const joined = (known: UnsavedUpdate, row: UnsavedUpdate): UnsavedUpdate => ({
  ...known,
  update: Y.mergeUpdates([known.update, row.update]),
  personIds: [...new Set([...known.personIds, ...row.personIds])],
  clients: new Map([...known.clients, ...row.clients]),
  removals: [...known.removals, ...row.removals],
})

/** Who wrote these and under which client ids, for the commit that brings them to disk. */
export const authorshipOfUnsaved = (rows: readonly UnsavedUpdate[]): Authorship => ({
  contributors: rows.flatMap(({ documentId, lang, personIds }) => personIds.map((personId) => ({ documentId, lang, personId }))),
  clients: rows.flatMap(({ documentId, lang, clients }) =>
    [...clients].map(([clientId, personId]) => ({ documentId, lang, clientId, personId })),
  ),
  removals: rows.flatMap(({ removals }) => removals),
})
