import { listBox, setAttributes } from './list-box.ts'

export type Suggestion = { kind: 'record'; title: string; url: string; lang: string } | { kind: 'term'; text: string }

/** Typing pauses shorter than this ask nothing. */
const PAUSE_MS = 150
const SHORTEST = 2

/** Makes the search field of a form a combobox with a list of suggestions (WAI-ARIA 1.2, list autocomplete). */
export function suggestWhileTyping(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]')
  if (!input) return
  const lang = form.dataset.suggest ?? ''
  const list = listBox(input, form.dataset.suggestions ?? '')
  const say = announcer(form)
  form.append(list.element)

  const take = (option: HTMLElement) => {
    if (option.dataset.url) return location.assign(option.dataset.url)
    input.value = option.textContent ?? ''
    list.close()
    form.requestSubmit()
  }
  const question = asker(lang, (text, suggestions) => {
    if (input.value.trim() !== text || document.activeElement !== input) return
    list.show(suggestions.map((one) => optionFor(one, lang, take)))
    say(suggestions.length)
  })
  const leave = () => {
    question.cancel()
    list.close()
    say()
  }
  input.addEventListener('blur', leave)
  input.addEventListener('input', () => {
    const text = input.value.trim()
    if (text.length < SHORTEST) leave()
    else question.ask(text)
  })
  input.addEventListener('keydown', (event) => {
    const chosen = list.chosen()
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' && list.isOpen()) list.move(1)
    else if (event.key === 'ArrowUp' && list.isOpen()) list.move(-1)
    // Without a choice they stay the field's own: beginning and end of what was typed.
    else if (event.key === 'Home' && chosen) list.goTo('first')
    else if (event.key === 'End' && chosen) list.goTo('last')
    else if (event.key === 'ArrowDown' && input.value.trim().length >= SHORTEST) question.ask(input.value.trim())
    else if (event.key === 'Escape' && list.isOpen()) leave()
    else if (event.key === 'Enter' && chosen) take(chosen)
    else {
      // Tab leaves for the next field with what was typed, as in any form.
      if (event.key === 'Tab') leave()
      return
    }
    event.preventDefault()
  })
}

/** Tells how many suggestions there are, politely; `data-counts` holds the sentence for 0, 1, 2 … of them. */
function announcer(form: HTMLFormElement): (count?: number) => void {
  const sentences = (form.dataset.counts ?? '').split('|')
  const status = document.createElement('span')
  status.className = 'visually-hidden'
  setAttributes(status, { role: 'status', 'aria-live': 'polite' })
  form.append(status)
  return (count) => {
    status.textContent = count === undefined ? '' : (sentences[Math.min(count, sentences.length - 1)] ?? '')
  }
}

function optionFor(suggestion: Suggestion, lang: string, take: (option: HTMLElement) => void): HTMLElement {
  const option = document.createElement('li')
  option.dir = 'auto'
  option.setAttribute('role', 'option')
  if (suggestion.kind === 'record') {
    option.textContent = suggestion.title
    option.lang = suggestion.lang
    option.dataset.url = `/${lang}${suggestion.url}`
  } else option.textContent = suggestion.text
  // The field keeps the focus while a pointer chooses.
  option.addEventListener('mousedown', (event) => event.preventDefault())
  option.addEventListener('click', () => take(option))
  return option
}

/** Asks the server after a pause in typing; a newer question drops the older one. */
export function asker(lang: string, answer: (text: string, suggestions: Suggestion[]) => void) {
  let pause: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  const cancel = () => {
    clearTimeout(pause)
    asking?.abort()
  }
  const fetchFor = async (text: string) => {
    asking = new AbortController()
    try {
      const response = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text)}&lang=${lang}`, { signal: asking.signal })
      const { suggestions = [] } = response.ok ? ((await response.json()) as { suggestions?: Suggestion[] }) : {}
      answer(text, suggestions)
    } catch (error) {
      // A newer question, or a network that is away: searching with the button still works.
      if ((error as Error).name !== 'AbortError') answer(text, [])
    }
  }
  return {
    cancel,
    ask(text: string) {
      cancel()
      pause = setTimeout(() => void fetchFor(text), PAUSE_MS)
    },
  }
}
