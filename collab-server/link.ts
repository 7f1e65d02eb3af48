import type { Connection } from '@hocuspocus/server'
import type { Writer } from '#app/shared/actor.ts'
import type { Refusal } from './judge/judge-content.ts'
import type { Room } from './rooms.ts'
import { syncStatusFrame } from './wire.ts'

/** One person's connection to one text over one socket. */
export type Link = {
  room: Room
  connection: Connection
  /** Frames to this client carry it; a client that multiplexes adds its session id. */
  address: string
  person: Pick<Writer, 'kind' | 'id' | 'name'>
  closeSocket: (code: number, reason: string) => void
  /** Client ids first seen on this link: a flood of new ones is an attack. */
  newClients: number
  /** An update was refused: what builds on it can never arrive. */
  refusedOnce: boolean
}

/** A frame that changes a text, on its way to the log. */
export type Submission = {
  link: Link
  update: Uint8Array
  /** Called when the frame needs no more waiting for: committed, refused or parked. */
  release: () => void
  at: number
}

/** Tells the author that a frame is on disk. */
export const acknowledge = (link: Link): void => link.connection.send(syncStatusFrame(link.address, true))

/** Tells the author that a frame is refused and why; nobody else notices. */
export function refuse(link: Link, reason: Refusal): void {
  link.refusedOnce = true
  link.connection.send(syncStatusFrame(link.address, false))
  link.connection.sendStateless(JSON.stringify({ refused: true, reason }))
}

export const isOpen = (link: Link): boolean => link.connection.document.hasConnection(link.connection)
