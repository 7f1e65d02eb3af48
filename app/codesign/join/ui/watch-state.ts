import { clearQueue } from '../../answers/ui/answer-queue.ts'

/** Each page at its own moment, so that a hall does not ask all at once. */
const everyMs = (): number => 8_000 + Math.random() * 4_000

type State = { state: string; ended?: string }

/**
 * Asks now and then how things stand: the first page is loaded anew when questions open or close; a card whose code has
 * ended says so, forgets what waited and takes nothing more. Silent while the page is not looked at.
 */
export function watchState(): void {
  window.setTimeout(() => {
    void ask().then((goOn) => goOn && watchState())
  }, everyMs())
}

async function ask(): Promise<boolean> {
  if (document.visibilityState === 'hidden' || !navigator.onLine) return true
  let now: State
  try {
    now = (await (await fetch('/p/qui/stato')).json()) as State
  } catch {
    return true // no network: later
  }
  const known = document.querySelector<HTMLElement>('[data-state]')?.dataset.state
  if (known !== undefined && known !== now.state) {
    location.reload()
    return false
  }
  const form = document.querySelector<HTMLFormElement>('form[data-answer]')
  if (!now.ended || !form) return true
  clearQueue()
  const status = form.querySelector('[data-status]')
  if (status) status.textContent = now.ended
  for (const control of form.querySelectorAll<HTMLButtonElement | HTMLTextAreaElement>('button, textarea, input')) control.disabled = true
  return false
}
