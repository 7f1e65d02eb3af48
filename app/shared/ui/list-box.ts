/** The list below a field, and the attributes that tie the two together. */
export function listBox(input: HTMLInputElement, label: string) {
  const element = document.createElement('ul')
  element.id = `${input.id}-suggestions`
  element.className = 'suggestions'
  element.hidden = true
  setAttributes(element, { role: 'listbox', 'aria-label': label })
  setAttributes(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': element.id })
  let at = -1
  const options = () => [...element.children] as HTMLElement[]
  const choose = (index: number) => {
    at = index
    for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === index))
    const option = options()[index]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }
  const show = (shown: HTMLElement[]) => {
    for (const [i, option] of shown.entries()) option.id = `${element.id}-${i}`
    element.replaceChildren(...shown)
    element.hidden = shown.length === 0
    input.setAttribute('aria-expanded', String(!element.hidden))
    choose(-1)
  }
  /** Moves the choice round. */
  const move = (step: 1 | -1) => {
    const count = options().length
    if (count > 0) choose(at < 0 && step < 0 ? count - 1 : (at + step + count) % count)
  }
  const goTo = (end: 'first' | 'last') => choose(end === 'first' ? 0 : options().length - 1)
  return { element, show, move, goTo, close: () => show([]), chosen: () => options()[at], isOpen: () => !element.hidden }
}

export type ListBox = ReturnType<typeof listBox>

export function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}
