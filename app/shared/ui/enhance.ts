// The one script of public pages. Everything works without it; it adds suggestions while typing, focus on the error
// summary, copy-link and print buttons, and closes an open menu on Escape or a click elsewhere. No framework, no state.
import { similarWhileTyping } from './similar-while-typing.ts'
import { forgetWhenAsked, listWordsSetAside, warnOfUnsaved } from './device/device-notices.ts'
import { suggestWhileTyping } from './suggest-while-typing.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) suggestWhileTyping(form)
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-similar]')) similarWhileTyping(input)

forgetWhenAsked()
warnOfUnsaved()
listWordsSetAside()

document.querySelector<HTMLElement>('[data-focus]')?.focus()

for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(button.dataset.copy || location.href).then(() => {
      const words = button.querySelector('[role=status]') ?? button
      words.textContent = button.dataset.done ?? words.textContent
    })
  })
}

for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details[data-dismiss][open]')

document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(target as Node)) menu.open = false
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const menu of openMenus()) {
    const hadFocus = menu.contains(document.activeElement)
    menu.open = false
    if (hadFocus) menu.querySelector('summary')?.focus()
  }
})
