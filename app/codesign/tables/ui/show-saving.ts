import type { Room } from '#app/documents/ui/editor/room/room.ts'
import { nextLook, type SaveState, saveStateOf } from '#app/documents/ui/editor/room/save-state.ts'
import type { TableWords } from './table-words.ts'

/** Keeps a line of words true: where what one writes is now. Said when it changes, never at every key. */
export function showSaving(line: HTMLElement, room: Room, words: TableWords): void {
  let shown: SaveState | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    clearTimeout(timer)
    const facts = room.state()
    const now = Date.now()
    shown = saveStateOf(facts, now, shown)
    const said = facts.end ? words.closed : wordsFor(shown, words)
    if (line.textContent !== said) line.textContent = said
    line.dataset.save = facts.end ? 'closed' : shown.kind
    const wait = nextLook(facts, now)
    if (wait !== undefined) timer = setTimeout(look, wait)
  }
  room.subscribe(look)
  look()
}

function wordsFor(state: SaveState, words: TableWords): string {
  switch (state.kind) {
    case 'saved':
      return words.saved.replace('{time}', new Date(state.at).toTimeString().slice(0, 8))
    case 'offline':
    case 'signed-out':
      return words.offline
    case 'failing':
      return words.failing
    default:
      return words.saving
  }
}
