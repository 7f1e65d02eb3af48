import { clearQueue } from '../../answers/ui/answer-queue.ts'

/** How often a page asks: beside the server's notices, and where none come. Each page at its own moment. */
const CALM_MS = 8_000
const ALONE_MS = 1_600
/** Not while the page is still loading, and not a whole hall in the same moment. */
const FIRST_MS = 1_000

const about = (ms: number): number => ms * (1 + Math.random() / 2)

type State = { state: string; ended?: string; writes?: boolean }

/**
 * Keeps the page true within two seconds: the first page is loaded anew when questions open or close, a table when it
 * is opened again; a card whose code has ended says so, forgets what waited and takes nothing more. Notices come from
 * the server; without them the page asks more often. Silent while nobody looks at it.
 */
export function watchState(): void {
  let notices: EventSource | undefined
  let timer: number | undefined
  let over = false

  const look = async (): Promise<void> => {
    window.clearTimeout(timer)
    over ||= !(await ask())
    if (over) return stop()
    if (document.visibilityState === 'visible')
      timer = window.setTimeout(() => void look(), about(notices?.readyState === EventSource.OPEN ? CALM_MS : ALONE_MS))
  }
  const stop = (): void => {
    window.clearTimeout(timer)
    notices?.close()
    notices = undefined
  }
  const start = (): void => {
    if (over || notices) return
    notices = new EventSource('/p/qui/avvisi')
    notices.addEventListener('open', () => void look()) // something may have changed while nobody listened
    notices.addEventListener('changed', () => void look())
    timer = window.setTimeout(() => void look(), about(ALONE_MS))
  }
  const seen = (): void => (document.visibilityState === 'visible' ? start() : stop())
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pagehide', stop)
  window.addEventListener('pageshow', ({ persisted }) => persisted && seen())
  window.setTimeout(seen, about(FIRST_MS))
}

/** False when there is nothing more to watch. */
async function ask(): Promise<boolean> {
  if (document.visibilityState === 'hidden' || !navigator.onLine) return true
  const closedTable = document.querySelector('[data-closed-table]')
  let now: State
  try {
    now = (await (await fetch(closedTable ? '/p/qui/stato?tavolo=1' : '/p/qui/stato')).json()) as State
  } catch {
    return true // no network: later
  }
  const known = document.querySelector<HTMLElement>('[data-state]')?.dataset.state
  if ((known !== undefined && known !== now.state) || (closedTable && now.writes)) {
    location.reload()
    return false
  }
  const form = document.querySelector<HTMLFormElement>('form[data-answer]')
  if (!now.ended || !form) return true
  endForm(form, now.ended)
  return false
}

function endForm(form: HTMLFormElement, words: string): void {
  clearQueue()
  const status = form.querySelector('[data-status]')
  if (status) status.textContent = words
  for (const control of form.querySelectorAll<HTMLButtonElement | HTMLTextAreaElement>('button, textarea, input')) control.disabled = true
}
