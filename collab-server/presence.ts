import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { isOpen, type Link } from './link.ts'

const stateLimit = 2_048
const idsPerLink = 8
/** One client's presence is passed on this often at most; the last of a burst always is. */
const everyMs = 200

type Entry = { client: number; clock: number; state: string }

/** 6-digit hex, dark enough for white text on it (4.5:1). */
const colours = [
  '#1a5fb4',
  '#7a3b00',
  '#26703e',
  '#8b1a5e',
  '#5e2ca5',
  '#8a1c1c',
  '#0f6674',
  '#5b5a00',
  '#3d4aa0',
  '#7b2d8b',
  '#2f5d50',
  '#6b4226',
]

/** A person's colour is the same in every text and on every day. */
export const colourOf = (personId: string): string => {
  let sum = 0
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return colours[sum % colours.length]!
}

function readEntries(payload: Uint8Array): Entry[] {
  const decoder = decoding.createDecoder(payload)
  return Array.from({ length: Math.min(decoding.readVarUint(decoder), 2_000) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: decoding.readVarString(decoder),
  }))
}

function writeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}

/** The state as it is passed on: the caret is the client's, name and colour are the session's. */
function cleaned(state: string, person: Link['person']): string | undefined {
  if (state.length > stateLimit) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(state)
  } catch {
    return undefined // not presence: dropped like any other forgery
  }
  if (parsed === null) return 'null'
  if (typeof parsed !== 'object') return undefined
  const { cursor = null, typing } = parsed as { cursor?: unknown; typing?: unknown }
  const user = { id: person.id, name: person.name, color: colourOf(person.id) }
  return JSON.stringify({ user, cursor: typeof cursor === 'object' ? cursor : null, ...(typing === true && { typing }) })
}

/**
 * Who is here and where their caret stands. A connection may only speak for its own client ids; what the stock
 * provider says about others (it echoes and removes them) is dropped silently.
 */
export class Presence {
  private readonly waiting = new Map<Link, Map<number, Entry>>()
  private readonly sentAt = new Map<Link, number>()
  private readonly later = new Set<Link>()
  private readonly kick: () => void

  constructor(kick: () => void) {
    this.kick = kick
  }

  receive(link: Link, payload: Uint8Array): void {
    let entries: Entry[]
    try {
      entries = readEntries(payload)
    } catch {
      return // not presence
    }
    for (const entry of entries) {
      if (!this.owns(link, entry.client)) continue
      const state = cleaned(entry.state, link.person)
      if (state === undefined) continue
      let mine = this.waiting.get(link)
      if (!mine) this.waiting.set(link, (mine = new Map<number, Entry>()))
      mine.set(entry.client, { ...entry, state })
    }
    if (this.waiting.has(link)) this.schedule(link)
  }

  private owns(link: Link, client: number): boolean {
    const { presence, owners } = link.room
    const holder = presence.get(client)
    if (holder === link) return true
    // The same person may come back on a new socket before the old one is known to be dead.
    if (holder && holder.person.id !== link.person.id) return false
    if ((owners.get(client) ?? link.person.id) !== link.person.id) return false
    let held = 0
    for (const other of presence.values()) if (other === link) held++
    if (held >= idsPerLink) return false
    presence.set(client, link)
    return true
  }

  private schedule(link: Link): void {
    const wait = (this.sentAt.get(link) ?? -Infinity) + everyMs - performance.now()
    if (wait <= 0) return this.kick()
    if (this.later.has(link)) return
    this.later.add(link)
    setTimeout(() => {
      this.later.delete(link)
      this.kick()
    }, wait + 1).unref()
  }

  /** Connections the busiest waiting text has: the stage widens its window for them as for changes. */
  fanOut(): number {
    let connections = 0
    for (const link of this.waiting.keys()) connections = Math.max(connections, link.connection.document.connections.size)
    return connections
  }

  /** Applies what may be passed on now; Hocuspocus sends it with the batch's changes. */
  flush(): void {
    const now = performance.now()
    const documents = new Set<Link['connection']['document']>()
    for (const [link, entries] of this.waiting) {
      if (now - (this.sentAt.get(link) ?? -Infinity) < everyMs && isOpen(link)) {
        this.schedule(link) // another flush may have come early: the last caret of a burst must still go out
        continue
      }
      this.waiting.delete(link)
      if (!isOpen(link)) continue
      this.sentAt.set(link, now)
      link.connection.document.applyAwarenessUpdate(link.connection, writeEntries([...entries.values()]))
      documents.add(link.connection.document)
    }
    for (const document of documents) document.flush()
  }

  /** The connection is gone: its ids are free again. */
  leave(link: Link): void {
    this.waiting.delete(link)
    this.sentAt.delete(link)
    for (const [client, holder] of link.room.presence) if (holder === link) link.room.presence.delete(client)
  }
}
