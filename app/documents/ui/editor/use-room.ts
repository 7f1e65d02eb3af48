import { useEffect, useState, useSyncExternalStore } from 'react'
import { enterRoom, type Room, type RoomEnd } from './room/room.ts'

const nothing = () => () => undefined

/**
 * The room of a text, entered in the browser only and left with the page. A new `visit` enters again from scratch.
 * `end` is set when the room was left for good.
 */
export function useRoom(
  name: string,
  localName: string,
  visit: number,
): { room: Room | undefined; synced: boolean; end: RoomEnd | undefined } {
  const [room, setRoom] = useState<Room>()
  useEffect(() => {
    const entered = enterRoom({ name, localName })
    setRoom(entered)
    return () => {
      setRoom(undefined)
      entered.leave()
    }
  }, [name, localName, visit])
  const subscribe = room?.subscribe ?? nothing
  const synced = useSyncExternalStore(
    subscribe,
    () => room?.state().synced ?? false,
    () => false,
  )
  const end = useSyncExternalStore(
    subscribe,
    () => room?.state().end,
    () => undefined,
  )
  return { room, synced, end }
}

/** Asks before the page is left while words are not on the server's disk, and only then. */
export function useLeaveGuard(room: Room | undefined): void {
  useEffect(() => {
    if (!room) return
    const guard = (event: BeforeUnloadEvent) => {
      if (room.state().unsaved > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [room])
}
