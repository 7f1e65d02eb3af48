import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Away } from './room/absence.ts'
import { enterRoom, type Room, type RoomEnd } from './room/room.ts'

const nothing = () => () => undefined

/**
 * The room of a text, entered in the browser only and left with the page. A new `visit` enters again from scratch.
 * `end` is set when the room was left for good.
 */
export function useRoom(
  { name, person, epoch }: { name: string; person: string; epoch: number },
  visit: number,
): { room: Room | undefined; ready: boolean; end: RoomEnd | undefined } {
  const [room, setRoom] = useState<Room>()
  useEffect(() => {
    const entered = enterRoom({ name, person, epoch })
    setRoom(entered)
    return () => {
      setRoom(undefined)
      entered.leave()
    }
  }, [name, person, epoch, visit])
  const subscribe = room?.subscribe ?? nothing
  const ready = useSyncExternalStore(
    subscribe,
    () => room?.state().ready ?? false,
    () => false,
  )
  const end = useSyncExternalStore(
    subscribe,
    () => room?.state().end,
    () => undefined,
  )
  return { room, ready, end }
}

/** Asks before the page is left while words are not on the server's disk, and only then. */
export function useLeaveGuard(room: Room | undefined): void {
  useEffect(() => {
    if (!room) return
    const guard = (event: BeforeUnloadEvent) => {
      const { unsaved, end } = room.state()
      if (unsaved > 0 && end?.kind !== 'refused') event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [room])
}

/** What others did while this person was away; undefined when nothing, or once it was read. */
export function useAway(room: Room | undefined): Away | undefined {
  return useSyncExternalStore(
    room?.subscribe ?? nothing,
    () => room?.state().away,
    () => undefined,
  )
}

/** True while somebody else writes. */
export function useOthersWrite(room: Room | undefined): boolean {
  return useSyncExternalStore(
    room?.subscribe ?? nothing,
    () => room?.state().othersWrite ?? false,
    () => false,
  )
}
