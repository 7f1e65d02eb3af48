type Suggestion = { kind: 'record'; title: string; url: string; lang: string } | { kind: 'term'; text: string }

/** Typing pauses shorter than this ask nothing. */
const PAUSE_MS = 150
let made = 0

/** Makes the search field of a form a combobox with a list of suggestions (WAI-ARIA 1.2, list autocomplete). */
export function suggestWhileTyping(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]')
  if (!input) return
  const lang = form.dataset.suggest ?? ''
  const list = document.createElement('ul')
  list.id = `suggestions-${(made += 1)}`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.suggestions ?? '')
  form.append(list)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  let chosen = -1
  let pause: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  const options = () => [...list.children] as HTMLLIElement[]

  const choose = (index: number) => {
    chosen = index
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === index)))
    const option = options()[index]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    clearTimeout(pause)
    asking?.abort()
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const take = (option: HTMLLIElement) => {
    if (option.dataset.url) return location.assign(option.dataset.url)
    input.value = option.textContent ?? ''
    close()
    form.requestSubmit()
  }
  const show = (suggestions: Suggestion[]) => {
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        option.dir = 'auto'
        option.setAttribute('role', 'option')
        option.textContent = suggestion.kind === 'record' ? suggestion.title : suggestion.text
        if (suggestion.kind === 'record') {
          option.lang = suggestion.lang
          option.dataset.url = suggestion.url.startsWith(`/${lang}/`) ? suggestion.url : `/${lang}${suggestion.url}`
        }
        option.addEventListener('mousedown', (event) => event.preventDefault())
        option.addEventListener('click', () => take(option))
        return option
      }),
    )
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    choose(-1)
  }
  const ask = async (text: string) => {
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(text)}&lang=${lang}`, { signal: asking.signal })
      if (!answer.ok) return close()
      const { suggestions } = (await answer.json()) as { suggestions?: Suggestion[] }
      if (input.value.trim() === text && document.activeElement === input) show(suggestions ?? [])
    } catch (error) {
      // A newer question, or a network that is away: searching with the button still works.
      if ((error as Error).name !== 'AbortError') close()
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(pause)
    const text = input.value.trim()
    if (text.length < 2) return close()
    pause = setTimeout(() => void ask(text), PAUSE_MS)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : options().length
    if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      choose(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count)
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && chosen >= 0) {
      const option = options()[chosen]
      if (!option) return
      event.preventDefault()
      take(option)
    }
  })
}
