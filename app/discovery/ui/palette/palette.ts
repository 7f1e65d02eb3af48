import { listBox, type ListBox } from '#app/shared/ui/list-box.ts'
import type { Command } from './commands.ts'
import { matching } from './matching.ts'

const PAUSE_MS = 150
const SHORTEST = 2

/** Wires the palette and the sheet of shortcuts of a page (command-palette.tsx). Returns how to take it off again. */
export function mountPalette(root: HTMLElement): () => void {
  const palette = root.querySelector<HTMLDialogElement>('dialog[data-palette]')
  const sheet = root.querySelector<HTMLDialogElement>('dialog[data-shortcuts]')
  if (!palette) return () => {}
  const off = new AbortController()
  const open = fill(palette, off.signal)
  const press = (event: KeyboardEvent) => {
    // In a text Ctrl-K makes a link: the editor has taken it by then.
    if (event.defaultPrevented || event.isComposing) return
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      if (palette.open) palette.close()
      else if (!document.querySelector('dialog[open]')) open()
    } else if ('?؟'.includes(event.key) && sheet && !isWriting(event.target) && !document.querySelector('dialog[open]')) {
      event.preventDefault()
      sheet.showModal()
    }
  }
  document.addEventListener('keydown', press, { signal: off.signal })
  for (const button of root.querySelectorAll<HTMLElement>('[data-open]')) {
    button.hidden = false
    button.addEventListener('click', () => (button.dataset.open === 'palette' ? open() : sheet?.showModal()), { signal: off.signal })
  }
  for (const dialog of [palette, sheet])
    dialog?.addEventListener('click', (event) => event.target === dialog && dialog.close(), { signal: off.signal })
  return () => off.abort()
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** The palette's field and list; returns what opens it. */
function fill(palette: HTMLDialogElement, signal: AbortSignal): () => void {
  const input = palette.querySelector('input')
  const status = palette.querySelector('[role=status]')
  const { lang = '', list = '', commands = '[]', counts = '' } = { ...palette.dataset, lang: palette.dataset.palette }
  if (!input) return () => {}
  const known = JSON.parse(commands) as Command[]
  palette.querySelector('[role=listbox]')?.remove() // mounted before
  const box = listBox(input, list)
  input.form?.append(box.element)
  let asking: AbortController | undefined
  let pause: ReturnType<typeof setTimeout> | undefined

  const show = (found: readonly Command[]) => {
    box.show(found.map((command) => optionOf(command)))
    if (found.length > 0) box.goTo('first')
    if (status) status.textContent = counts.split('|')[found.length] ?? ''
  }
  const ask = () => {
    clearTimeout(pause)
    asking?.abort()
    const text = input.value.trim()
    const own = matching(known, text)
    show(own)
    if (text.length < SHORTEST) return
    asking = new AbortController()
    const { signal: asked } = asking
    pause = setTimeout(() => void find(text, palette, lang, asked).then((found) => asked.aborted || show([...own, ...found])), PAUSE_MS)
  }
  input.addEventListener('input', ask, { signal })
  input.addEventListener('keydown', (event) => step(event, box), { signal })
  return () => {
    input.value = ''
    palette.showModal()
    input.focus()
    ask()
  }
}

/** Arrows, Home and End move the choice, Enter goes there; the rest is the field's own. */
function step(event: KeyboardEvent, box: ListBox): void {
  if (event.isComposing) return
  const chosen = box.chosen()
  if (event.key === 'ArrowDown') box.move(1)
  else if (event.key === 'ArrowUp') box.move(-1)
  else if (event.key === 'Enter' && chosen?.dataset.url) location.assign(chosen.dataset.url)
  else return
  event.preventDefault()
}

function optionOf({ label, kind, url }: Command): HTMLElement {
  const option = document.createElement('li')
  option.setAttribute('role', 'option')
  option.dataset.url = url
  const [name, sort] = [document.createElement('bdi'), document.createElement('span')]
  name.textContent = label
  sort.textContent = kind
  sort.className = 'muted small'
  option.append(name, ' ', sort)
  option.addEventListener('mousedown', (event) => event.preventDefault())
  option.addEventListener('click', () => location.assign(url))
  return option
}

type Answer = { hits?: Hit[]; only_for_you?: { hits?: Hit[] } }
type Hit = { title: string; type: string; url: string }

/** Public records and what is only for this person. With the server away the pages known remain. */
async function find(text: string, palette: HTMLDialogElement, lang: string, signal: AbortSignal): Promise<Command[]> {
  const types = JSON.parse(palette.dataset.types ?? '{}') as Record<string, string>
  const toCommand = (hit: Hit, mine: boolean): Command => {
    const url = new URL(hit.url)
    const kind = [types[hit.type] ?? hit.type, ...(mine ? [palette.dataset.mine] : [])].join(' · ')
    return { label: hit.title, kind, url: url.pathname.replace(/^\/\w{2}(?=\/)/, `/${lang}`) + url.hash }
  }
  try {
    const response = await fetch(`/api/v1/search?${new URLSearchParams({ q: text, per_page: '6' })}`, {
      signal,
      headers: { 'Accept-Language': lang },
    })
    const answer = response.ok ? ((await response.json()) as Answer) : {}
    return [
      ...(answer.only_for_you?.hits ?? []).slice(0, 6).map((hit) => toCommand(hit, true)),
      ...(answer.hits ?? []).map((hit) => toCommand(hit, false)),
    ]
  } catch {
    return [] // a newer question, or no network
  }
}
