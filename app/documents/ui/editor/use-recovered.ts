import { useCallback, useEffect, useRef, useState } from 'react'
import { dropRecovered, keepRecovered, listRecovered, type Recovered } from '#app/shared/ui/device/device-store.ts'
import { wordsOfRoom } from './recovered.ts'
import { forgetOldTexts, forgetText, takeUnsaved } from './room/local-copy.ts'
import { rebuilt, type Room, type RoomEnd } from './room/room.ts'
import { wordsOfUpdates } from './room/words-of-updates.ts'

type Whose = { person: string; name: string; epoch: number; title: string }
export type { Recovered } from '#app/shared/ui/device/device-store.ts'

/**
 * A change the server refused would be sent again for ever. So the words are set aside on this device, the unsent
 * changes are dropped, and `again` enters the text anew. Of a text that was rebuilt, or that one may no longer write,
 * only one's own unsaved words are kept: the rest may hold what was erased. Words of earlier visits are offered too.
 */
export function useRecovered(room: Room | undefined, end: RoomEnd | undefined, { person, name, epoch, title }: Whose, again: () => void) {
  const [recovered, setRecovered] = useState<Recovered[]>([])
  const latest = useRef({ title })
  latest.current = { title }
  const look = useCallback(async () => {
    const all = await listRecovered(person)
    setRecovered(all.filter((one) => one.name === name))
  }, [person, name])
  const setAside = useCallback(
    async (reason: string, text: string) => {
      if (text !== '') await keepRecovered({ person, name, title: latest.current.title, at: Date.now(), reason, text })
      await look()
    },
    [person, name, look],
  )

  useEffect(() => {
    const of = { person, name, epoch }
    void forgetOldTexts(of, Date.now())
      .then(() => takeUnsaved(of, { but: epoch }))
      .then((updates) => setAside(rebuilt, wordsOfUpdates(updates)))
  }, [person, name, epoch, setAside])

  useEffect(() => {
    if (!room || !end || end.kind === 'editor-too-old') return
    const of = { person, name, epoch }
    const whole = end.kind === 'refused' && end.reason !== rebuilt ? wordsOfRoom(room.doc) : undefined
    const isOver = end.kind === 'forbidden'
    void takeUnsaved(of, { epoch })
      .then((updates) => setAside(isOver ? 'forbidden' : end.reason, whole ?? wordsOfUpdates(updates)))
      .then(() => (isOver || end.reason === rebuilt ? forgetText(of) : undefined))
      .then(() => {
        // Not a byte of the old text stays: neither in this page nor in the copy kept of it, which a new visit replaces.
        if (end.reason === rebuilt) location.reload()
        else if (!isOver) again()
      })
  }, [room, end, person, name, epoch, again, setAside])

  const drop = useCallback((id: number) => void dropRecovered(id).then(look), [look])
  return { recovered, drop }
}
