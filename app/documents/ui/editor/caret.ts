type Writer = { name?: unknown; color?: unknown }

/** Another person's caret: a bar with their name, hidden from screen readers, for it is not part of the text. */
export function caretOf({ name, color }: Writer): HTMLElement {
  const caret = document.createElement('span')
  const label = document.createElement('span')
  caret.className = 'caret'
  caret.setAttribute('aria-hidden', 'true')
  caret.style.setProperty('--own', String(color))
  label.className = 'caret-name'
  label.textContent = String(name ?? '')
  caret.append(label)
  return caret
}

/** What they have selected, in a pale tone of their colour. */
export const selectionOf = ({ color }: Writer) =>
  /^#[0-9a-f]{6}$/i.test(String(color)) ? { class: 'caret-selection', style: `background-color: ${String(color)}33` } : {}
