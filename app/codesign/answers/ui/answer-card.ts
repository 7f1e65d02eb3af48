import { personalDataIn } from '#app/shared/personal-data.ts'
import { keepWaiting, sendAnswer, sendQueue, waitingFor } from './answer-queue.ts'
import { keepCardsForOffline } from './offline-cards.ts'
import { recordVoice } from './record-voice.ts'

/** How long after the last key the words are saved. */
const PAUSE_MS = 1_200

/** The card's form, when the page has one: saves as one goes, says so in words, and goes on without a network. */
export function answerCard(who: string): void {
  const form = document.querySelector<HTMLFormElement>('form[data-answer]')
  if (!form) return
  const url = form.dataset.answer ?? ''
  const status = form.querySelector<HTMLElement>('[data-status]')
  const body = form.querySelector<HTMLTextAreaElement>('textarea[name=body]')
  const key = (): string => form.querySelector<HTMLInputElement>('input[name=key]')?.value ?? ''
  const words = form.dataset
  let timer: number | undefined
  let busy: Promise<unknown> = Promise.resolve()
  let unsaved = false

  const say = (text: string): void => {
    if (status) status.textContent = text
  }
  const data = ({ voice = false } = {}): FormData => {
    const all = new FormData(form)
    if (!voice) all.delete('voice')
    return all
  }
  const isEmpty = (all: FormData): boolean =>
    String(all.get('body') ?? '').trim() === '' && all.get('choice') === null && !all.has('voice') && !all.has('removeVoice')

  async function send(all: FormData): Promise<boolean> {
    window.clearTimeout(timer)
    if (isEmpty(all)) return false
    unsaved = false
    say(words.saving ?? '')
    const sent = await sendAnswer(who, url, all)
    if (!sent) say(all.has('voice') ? (words.failed ?? '') : (words.offline ?? ''))
    else if (!sent.ok) say(sent.words)
    else {
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', numberingSystem: 'latn' }).format()
      say(`✓ ${(words.saved ?? '').replace('{time}', time)} ${sent.words}`.trim())
    }
    return sent?.ok === true
  }
  /** One after the other, so that the last words win. */
  const save = (all = data()): Promise<boolean> => {
    const saving = busy.then(() => send(all))
    busy = saving
    return saving
  }

  const restore = waitingFor(who, key())
  if (restore) putBack(form, restore.fields)
  showHints(form, body)

  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && (target.type === 'radio' || target.name === 'removeVoice')) void save()
  })
  body?.addEventListener('input', () => {
    unsaved = true
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      showHints(form, body)
      void save()
    }, PAUSE_MS)
  })
  // The page goes away, or the phone into a pocket: what is not sent yet waits here, and is sent by the next page.
  const put = (): void => {
    if (!unsaved || isEmpty(data())) return
    keepWaiting(who, key(), { url, fields: [...data()].filter((entry): entry is [string, string] => typeof entry[1] === 'string') })
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return
    put()
    if (unsaved) void save()
  })
  const offline = keepCardsForOffline(() => answerCard(who))
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return
    event.preventDefault()
    unsaved = true
    put()
    say(words.offline ?? '')
    if (event.submitter?.hasAttribute('data-next')) offline.show(event.submitter.dataset.next ?? '')
  })
  window.addEventListener('offline', () => say(words.offline ?? ''))
  window.addEventListener('online', () => void sendQueue(who).then((all) => all && save()))
  form.querySelector<HTMLElement>('[data-save]')?.addEventListener('click', (event) => {
    if (!navigator.onLine) return
    event.preventDefault()
    showHints(form, body)
    void save(data({ voice: true }))
  })
  recordVoice(form, (voice, seconds) => {
    const all = data()
    all.append('voice', voice, 'voce')
    all.append('seconds', String(seconds))
    return save(all)
  })
}

function putBack(form: HTMLFormElement, fields: [string, string][]): void {
  for (const [name, value] of fields) {
    if (name === 'body') form.querySelector<HTMLTextAreaElement>('textarea[name=body]')!.value = value
    if (name === 'choice') {
      const radio = form.querySelector<HTMLInputElement>(`input[name=choice][value="${Number(value)}"]`)
      if (radio) radio.checked = true
    }
  }
}

/** A hint, never a block: what in the words looks like personal data. */
function showHints(form: HTMLFormElement, body: HTMLTextAreaElement | null): void {
  const place = form.querySelector<HTMLElement>('[data-hints]')
  if (!place || !body) return
  const kinds = personalDataIn(body.value)
  // They have seen it: "next" need not show it once more.
  const seen = form.querySelector<HTMLInputElement>('input[name=seen]')
  if (seen) seen.value = kinds.length > 0 ? '1' : ''
  const attribute = (kind: string): string => form.getAttribute(`data-hint-${kind}`) ?? ''
  const text = kinds.length === 0 ? '' : [...kinds, 'remove'].map(attribute).join(' ')
  if (place.textContent === text) return
  place.replaceChildren()
  if (text === '') return
  const note = document.createElement('p')
  note.className = 'g-note'
  note.textContent = text
  place.append(note)
}
