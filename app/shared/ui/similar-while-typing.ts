import { asker, type Suggestion } from './suggest-while-typing.ts'

/**
 * Below a title's field, the public sheets called alike, as links that open apart: nothing typed is lost. Announced
 * politely; without JavaScript the next page shows the same.
 */
export function similarWhileTyping(input: HTMLInputElement): void {
  const lang = input.dataset.similar ?? ''
  const place = document.createElement('div')
  place.className = 'similar-titles'
  place.setAttribute('role', 'status')
  input.after(place)
  const question = asker(lang, (text, suggestions) => {
    if (input.value.trim() !== text) return
    const sheets = suggestions.flatMap((one) =>
      one.kind === 'record' && /^\/(?:buone-pratiche|patti|progetti)\//.test(one.url) ? [one] : [],
    )
    place.replaceChildren(...(sheets.length > 0 ? listOf(input.dataset.similarLabel ?? '', sheets, lang) : []))
  })
  input.addEventListener('input', () => {
    const text = input.value.trim()
    if (text.length >= 4) question.ask(text)
    else {
      question.cancel()
      place.replaceChildren()
    }
  })
}

function listOf(label: string, sheets: Extract<Suggestion, { kind: 'record' }>[], lang: string): HTMLElement[] {
  const said = document.createElement('p')
  said.textContent = label
  const list = document.createElement('ul')
  for (const { title, url, lang: own } of sheets) {
    const link = document.createElement('a')
    link.href = `/${lang}${url}`
    link.target = '_blank'
    link.rel = 'noopener'
    link.lang = own
    link.textContent = title
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  return [said, list]
}
