import { useCallback, useEffect, useState } from 'react'
import { dropLocalCopy } from './room/local-copy.ts'
import type { Room, RoomEnd } from './room/room.ts'
import { dropRecovered, keepRecovered, readRecovered, wordsOfRoom } from './recovered.ts'

export type Recovered = { text: string; reason: string }

/**
 * A change the server refused would be sent again for ever. So the words are set aside as a recovered copy, the unsent
 * changes are dropped, and `again` enters the text anew. A copy of an earlier visit is offered too.
 */
export function useRecovered(room: Room | undefined, end: RoomEnd | undefined, localName: string, again: () => void) {
  const [recovered, setRecovered] = useState<Recovered>()
  useEffect(() => {
    const text = readRecovered(localName)
    if (text) setRecovered({ text, reason: '' })
  }, [localName])
  useEffect(() => {
    if (!room || end?.kind !== 'refused') return
    const text = wordsOfRoom(room.doc)
    keepRecovered(localName, text)
    setRecovered({ text, reason: end.reason })
    void dropLocalCopy(localName).then(again)
  }, [room, end, localName, again])
  const drop = useCallback(() => {
    dropRecovered(localName)
    setRecovered(undefined)
  }, [localName])
  return { recovered, drop }
}
