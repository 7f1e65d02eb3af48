type ListOptions<T> = {
  /** The text where the caret stays: it announces the chosen option through `aria-activedescendant`. */
  textbox: HTMLElement
  title: string
  none: string
  labelOf: (item: T) => string
  /** Puts the list next to the caret and keeps it there; returns how to take it away. */
  mount: (element: HTMLElement) => () => void
}
export type OptionList<T> = {
  show: (items: T[], choose: (item: T) => void) => void
  /** True when the key was for the list. */
  press: (event: KeyboardEvent) => boolean
  close: () => void
}

/** A listbox that never takes the focus: the caret stays in the text, arrows and Enter go to the list. */
export function openList<T>({ textbox, title, none, labelOf, mount }: ListOptions<T>): OptionList<T> {
  const list = document.createElement('ul')
  list.id = 'slash-list'
  list.className = 'slash-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', title)
  textbox.setAttribute('aria-controls', list.id)
  const unmount = mount(list)
  let items: T[] = []
  let choose: (item: T) => void = () => undefined
  let active = 0

  const mark = () => {
    list.querySelectorAll('[role=option]').forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === active))
      if (index === active) option.scrollIntoView({ block: 'nearest' })
    })
    if (items.length > 0) textbox.setAttribute('aria-activedescendant', `slash-${active}`)
    else textbox.removeAttribute('aria-activedescendant')
  }
  const optionFor = (item: T, index: number) => {
    const option = document.createElement('li')
    option.id = `slash-${index}`
    option.setAttribute('role', 'option')
    option.textContent = labelOf(item)
    // mousedown, not click: the caret must not leave the text.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault()
      choose(item)
    })
    return option
  }
  const nothing = () => {
    const line = document.createElement('li')
    line.className = 'muted'
    line.setAttribute('role', 'option')
    line.setAttribute('aria-disabled', 'true')
    line.textContent = none
    return line
  }
  return {
    show: (next, chosen) => {
      items = next
      choose = chosen
      active = 0
      list.replaceChildren(...(items.length > 0 ? items.map(optionFor) : [nothing()]))
      mark()
    },
    press: (event) => {
      if (items.length === 0) return false
      const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: items.length - 1 }
      const goal = moves[event.key]
      if (goal !== undefined) {
        active = (goal + items.length) % items.length
        mark()
        return true
      }
      const item = items[active]
      if ((event.key !== 'Enter' && event.key !== 'Tab') || item === undefined) return false
      choose(item)
      return true
    },
    close: () => {
      textbox.removeAttribute('aria-controls')
      textbox.removeAttribute('aria-activedescendant')
      unmount()
    },
  }
}
