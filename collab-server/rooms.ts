import type { Document } from '@hocuspocus/server'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import { liveName, parseLiveName, type TextRef } from '#app/documents/access.ts'
import type { NewUpdate } from '#app/documents/log/append-updates.server.ts'
import { charactersOf } from '#app/documents/log/characters-of.server.ts'
import { compactText, wantsCompaction, wantsFolding } from '#app/documents/log/compact-text.server.ts'
import { fragmentName } from '#app/documents/log/fragment-name.ts'
import { DamagedTextError, type LoadedText, loadText } from '#app/documents/log/load-text.server.ts'
import { isIntact } from '#app/documents/log/seal.server.ts'
import type { Db } from '#db/connection.ts'
import { FoldingThread } from './folding-thread.ts'

/** Changes that are already in the log: applied for show, never stored again. */
export const fromLog = { source: 'local', skipStoreHooks: true } as const

/** One open text. It exists from the start of its loading until Hocuspocus has unloaded its document. */
export type Room = {
  name: string
  ref: TextRef
  /** Set once loaded. */
  document: Document | undefined
  epoch: number
  /** Stored bytes did not match their hash: shown as far as they could be read, never written. */
  damaged: boolean
  /** Whose Yjs client ids are whose. An id in the text that is not here is the system's. */
  owners: Map<number, string>
  /** Awareness client ids and who shows themselves under them. */
  presence: Map<number, { person: { id: string } }>
  tail: { count: number; bytes: number }
  bytes: number
  elements: number
  /** Rows others committed while this text was being loaded. */
  lateRows: number[]
  /** Frames on their way to the log: while any, the text is not unloaded. */
  pending: number
  /** When each person was last noted as a contributor. */
  noted: Map<string, number>
  compacting: boolean
  /** Most characters it had while open here: when most of them go, a version is kept. */
  characters: number
}

type RoomsOptions = { db: Db; log: Logger }

/** The texts this process has open. */
export class Rooms {
  private readonly db: Db
  private readonly log: Logger
  readonly byName = new Map<string, Room>()
  private readonly compactions = new Set<Promise<void>>()
  private closing = false
  private readonly folder = new FoldingThread()

  constructor({ db, log }: RoomsOptions) {
    this.db = db
    this.log = log
  }

  /** A new room under a live name; undefined when the name is none. */
  open(name: string): Room | undefined {
    const ref = parseLiveName(name)
    if (!ref) return undefined
    const state = { document: undefined, epoch: 0, damaged: false, owners: new Map<number, string>(), tail: { count: 0, bytes: 0 } }
    const people = { presence: new Map<number, { person: { id: string } }>(), noted: new Map<string, number>() }
    const room: Room = { name, ref, ...state, ...people, bytes: 0, elements: 0, lateRows: [], pending: 0, compacting: false, characters: 0 }
    this.close(this.byName.get(name))
    this.byName.set(name, room)
    this.folder.warm()
    return room
  }

  /** Forgets a room whose document is gone. */
  close(room: Room | undefined): void {
    if (!room) return
    if (this.byName.get(room.name) === room) this.byName.delete(room.name)
    this.onClosed(room)
    if (!this.closing && !room.compacting && !room.damaged && wantsFolding(room.tail)) this.compact(room)
  }
  onClosed: (room: Room) => void = () => undefined

  /** Fills a new document from the log. Throws when that fails: the caller closes the sockets, so no empty text is ever shown. */
  async load(room: Room, document: Document): Promise<void> {
    room.lateRows.length = 0
    const loaded = await this.read(room, document)
    const { documentId, lang } = room.ref
    const owners = await this.db
      .selectFrom('document_client')
      .where('document_id', '=', documentId)
      .where('lang', '=', lang)
      .select(['client_id', 'person_id'])
      .execute()
    room.owners = new Map(owners.map((row) => [row.client_id, row.person_id]))
    room.epoch = loaded.epoch
    room.tail = loaded.tail
    room.bytes = loaded.bytes
    room.elements = countElements(document)
    room.characters = charactersOf(document)
    room.document = document
    if (room.lateRows.length > 0) await this.applyRows(room, room.lateRows.splice(0))
  }

  private async read(room: Room, document: Document): Promise<LoadedText> {
    try {
      const loaded = await loadText(this.db, room.ref, document)
      if (!loaded) throw new Error(`no text ${room.name}`)
      room.damaged = false
      return loaded
    } catch (error) {
      if (!(error instanceof DamagedTextError)) throw error
      room.damaged = true
      this.log.error({ text: room.name, damaged: error.damaged }, 'stored text is damaged: opened read-only')
      const { documentId, lang } = room.ref
      await this.db
        .updateTable('document_text')
        .set({ damaged_at: new Date().toISOString() })
        .where('document_id', '=', documentId)
        .where('lang', '=', lang)
        .execute()
      return error.partial
    }
  }

  /** Applies rows that other processes committed. Rows that are gone were folded into a snapshot: then everything is read again. */
  async applyRows(room: Room, ids: readonly number[]): Promise<void> {
    if (!room.document) return void room.lateRows.push(...ids)
    const rows = await this.db
      .selectFrom('document_update')
      .where('id', 'in', ids)
      .select(['update as bytes', 'sha256', 'seal', 'epoch'])
      .execute()
    const { document } = room
    if (!this.isOpen(room, document)) return
    if (rows.some((row) => row.epoch > room.epoch)) return this.reset(room)
    if (
      rows.length < ids.length ||
      rows.some((row) => row.epoch !== room.epoch || !isIntact(row, { ...room.ref, epoch: row.epoch, kind: 'update' }))
    )
      return this.resync(room)
    document.transact(() => rows.forEach((row) => Y.applyUpdate(document, row.bytes, fromLog)), fromLog)
    document.flush()
    room.tail.count += rows.length
  }

  /** Applies a change of ours that is on disk now, when its text is still open. */
  show({ documentId, lang, epoch, update }: NewUpdate, clients: ReadonlyMap<number, string>): void {
    const room = this.byName.get(liveName({ documentId, lang }))
    if (!room?.document || room.epoch !== epoch) return
    Y.applyUpdate(room.document, update, fromLog)
    for (const [client, personId] of clients) room.owners.set(client, personId)
    room.tail.count++
    room.tail.bytes += update.byteLength
    room.document.flush()
  }

  /** Reads a text again and applies what it lacks: after the log could not be followed for a while. */
  async resync(room: Room): Promise<void> {
    const { document } = room
    if (!document) return
    const copy = new Y.Doc()
    try {
      const stored = await loadText(this.db, room.ref, copy)
      if (stored?.epoch !== room.epoch) return this.reset(room)
      if (this.isOpen(room, document)) Y.applyUpdate(document, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(document)), fromLog)
    } catch (error) {
      if (!(error instanceof DamagedTextError)) throw error
      room.damaged = true
    } finally {
      copy.destroy()
    }
  }

  /** The text is gone or was rebuilt without a passage: everybody starts afresh, nothing of before is merged. */
  reset(room: Room): void {
    for (const { context } of room.document?.getConnections() ?? [])
      (context as { closeSocket: (code: number, reason: string) => void }).closeSocket(4205, 'reset')
  }

  private isOpen(room: Room, document: Document): boolean {
    return this.byName.get(room.name) === room && room.document === document && !document.isDestroyed
  }

  /** Folds a long tail in the background; failures are logged and tried again with the next write. */
  compactLater(room: Room): void {
    if (!room.compacting && !room.damaged && wantsCompaction(room.tail)) this.compact(room)
  }

  private compact(room: Room): void {
    room.compacting = true
    const before = { ...room.tail }
    const running = compactText(this.db, room.ref, this.folder)
      .then(
        () => {
          room.tail.count = Math.max(0, room.tail.count - before.count)
          room.tail.bytes = Math.max(0, room.tail.bytes - before.bytes)
        },
        (error: unknown) => this.log.error({ text: room.name, err: error }, 'compaction failed'),
      )
      .finally(() => {
        room.compacting = false
        this.compactions.delete(running)
      })
    this.compactions.add(running)
  }

  /** Starts no more compactions and waits for those under way. */
  async settle(): Promise<void> {
    this.closing = true
    await Promise.all(this.compactions)
    this.folder.close()
  }
}

/** Nodes of a loaded text, counted once on load and when the running count reaches its limit. */
export function countElements(doc: Y.Doc): number {
  let count = 0
  const queue: Y.XmlFragment[] = [doc.getXmlFragment(fragmentName)]
  for (const parent of queue)
    for (const child of parent.toArray())
      if (child instanceof Y.XmlElement) {
        count++
        queue.push(child)
      }
  return count
}
