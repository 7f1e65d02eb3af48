// The one script of participants' pages. Everything works without it; it leaves at once, reads the notice aloud, saves
// answers as one goes, keeps them while there is no network, and records a voice. No framework.
import { answerCard } from '../../answers/ui/answer-card.ts'
import { clearQueue, sendQueue } from '../../answers/ui/answer-queue.ts'
import { watchState } from './watch-state.ts'
import { quickExit } from './quick-exit.ts'
import { readAloud } from './read-aloud.ts'

const page = document.querySelector<HTMLElement>('.guest')
const who = page?.dataset.who ?? ''

// Somebody else's phone by now, or the code has ended: nothing of theirs stays on it.
if (who === '' || document.querySelector('[data-clear-device],[data-code-ended]')) clearQueue()
else void sendQueue(who)
window.addEventListener('online', () => void sendQueue(who))

document.querySelector<HTMLElement>('[data-focus]')?.focus()

quickExit()

for (const form of document.querySelectorAll('[data-leave]')) form.addEventListener('submit', clearQueue)

for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-read-aloud]')) readAloud(button)

// The personal code of the QR stands after `#`: it goes into the field, and out of the address.
const fromHash = document.querySelector<HTMLInputElement>('[data-from-hash]')
if (fromHash && location.hash.length > 1) {
  fromHash.value = decodeURIComponent(location.hash.slice(1)).slice(0, 60)
  history.replaceState(null, '', location.pathname + location.search)
}

answerCard(who)
if (who !== '') watchState()
