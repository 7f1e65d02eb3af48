// Part of enhance.ts: what pages without React say and do about words that only this device has.
import { clearDevice, countUnsaved, downloadText, dropRecovered, forgetPages, listRecovered, type Recovered } from './device-store.ts'

/** `data-forget="pages"` or `"everything"`: the person signed out. */
export function forgetWhenAsked(): void {
  const asked = document.querySelector<HTMLElement>('[data-forget]')?.dataset.forget
  if (asked) void (asked === 'everything' ? clearDevice() : forgetPages())
}

/** Shows a warning where leaving would lose words. */
export function warnOfUnsaved(): void {
  const warning = document.querySelector<HTMLElement>('[data-unsaved-warning]')
  if (warning) void countUnsaved().then((count) => (warning.hidden = count === 0))
}

/** Fills the desk's list of words set aside, from a template the server wrote. */
export function listWordsSetAside(): void {
  const section = document.querySelector<HTMLElement>('[data-recovered-of]')
  const template = section?.querySelector('template')
  const list = section?.querySelector('ul')
  if (!section || !template || !list) return
  const show = async () => {
    const words = await listRecovered(section.dataset.recoveredOf ?? '')
    list.replaceChildren(...words.map((one) => rowFor(one, template, section, () => void show())))
    section.hidden = words.length === 0
  }
  void show()
}

function rowFor(one: Recovered, template: HTMLTemplateElement, section: HTMLElement, again: () => void): DocumentFragment {
  const row = template.content.cloneNode(true) as DocumentFragment
  const part = <T extends HTMLElement>(name: string) => row.querySelector<T>(`[data-part=${name}]`)
  const link = part<HTMLAnchorElement>('text')
  if (link) {
    link.textContent = one.title
    link.href = `${section.dataset.texts}/${one.name}`
  }
  const when = part('when')
  if (when)
    when.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(one.at)
  const words = part('words')
  if (words) words.textContent = one.text
  part('download')?.addEventListener('click', () => downloadText(`${one.title}.txt`, one.text))
  part('drop')?.addEventListener('click', () => void dropRecovered(one.id).then(again))
  for (const name of ['download', 'drop']) part(name)?.setAttribute('aria-label', `${part(name)?.textContent}: ${one.title}`)
  return row
}
