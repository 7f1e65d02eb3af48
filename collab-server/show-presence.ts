import { livePresence } from '#app/codesign/board/live-presence.ts'
import type { Peer } from './peer.ts'
import type { Room, Rooms } from './rooms.ts'

/** Lets the facilitator's board see, in this process and in memory only, who is in which text. Returns what a change calls. */
export function showPresence(peers: ReadonlySet<Peer>, rooms: Rooms): (room: Room) => void {
  const changedAt = new WeakMap<Room, number>()
  livePresence().read = (documentId) => {
    const open = [...rooms.byName.values()].filter(({ name }) => name.startsWith(`${documentId}.`))
    const here = [...peers].filter((peer) => [...peer.links.values()].some((link) => open.includes(link.room)))
    const times = open.flatMap((room) => changedAt.get(room) ?? [])
    return {
      people: [...new Map(here.map(({ person: { id, name } }) => [id, { id, name }])).values()],
      changedAt: times.length > 0 ? Math.max(...times) : undefined,
      saving: open.some((room) => room.pending > 0),
    }
  }
  return (room) => void changedAt.set(room, Date.now())
}
