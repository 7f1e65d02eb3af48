import { useEffect, useReducer, useRef, useSyncExternalStore } from 'react'
import { localeOf } from '#app/shared/languages.ts'
import { Icon, type IconName } from '#app/shared/ui/icon.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Room } from './room/room.ts'
import { nextLook, type SaveState, saveStateOf } from './room/save-state.ts'

const icons: Record<SaveState['kind'], IconName> = {
  connecting: 'refresh',
  saving: 'refresh',
  saved: 'check-circle',
  offline: 'wifi',
  'signed-out': 'lock',
  failing: 'error',
}

const nothing = () => () => undefined

/** The save state now, redrawn when the room or time changes it. */
export function useSaveState(room: Room | undefined): SaveState {
  const facts = useSyncExternalStore(
    room?.subscribe ?? nothing,
    () => room?.state(),
    () => undefined,
  )
  const [, look] = useReducer((count: number) => count + 1, 0)
  const shown = useRef<SaveState>()
  const now = Date.now()
  const wait = facts && nextLook(facts, now)
  // After every render on purpose: how long to wait follows from the clock, not from a value that changes.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (wait === undefined) return
    const timer = setTimeout(look, wait)
    return () => clearTimeout(timer)
  })
  shown.current = facts ? saveStateOf(facts, now, shown.current) : { kind: 'connecting' }
  return shown.current
}

/** Where one's words are, in words. The clock is the viewer's. `download` stands where waiting alone will not help. */
export function SaveLine({ room, download }: { room: Room | undefined; download: () => void }) {
  const { t, lang } = useI18n()
  const state = useSaveState(room)
  const changes = 'changes' in state ? state.changes : 0
  const words = (): string => {
    switch (state.kind) {
      case 'saved':
        return t('documents.editor.save.saved', { time: new Intl.DateTimeFormat(localeOf[lang], { timeStyle: 'medium' }).format(state.at) })
      case 'offline':
        return changes > 0 ? t('documents.editor.save.offlineChanges', { n: changes }) : t('documents.editor.save.offline')
      case 'signed-out':
        return t('documents.editor.save.signedOut', { n: changes })
      case 'failing':
        return t('documents.editor.save.failing', { n: changes })
      default:
        return t(`documents.editor.save.${state.kind}`)
    }
  }
  const atRisk = changes > 0 && state.kind !== 'offline'
  return (
    <div className={`save-line save-${state.kind}`}>
      <span role="status" data-save={state.kind}>
        <Icon name={icons[state.kind]} small /> {words()}
      </span>
      {atRisk && (
        <button type="button" className="btn btn-sm btn-outline-primary" onClick={download}>
          {t('documents.editor.download')}
        </button>
      )}
    </div>
  )
}
