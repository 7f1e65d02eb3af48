/**
 * The next cards, kept in memory of this page only, so that "next" and "back" go on while the network is away. With a
 * network every card comes from the server.
 */
const AHEAD = 3
const cards = new Map<string, string>()
const isCard = (path: string): boolean => path.startsWith('/p/qui/domande/')

export function keepCardsForOffline(start: () => void): { show: (path: string) => void } {
  const main = document.getElementById('main')
  const here = location.pathname
  if (main && isCard(here) && !cards.has(here)) cards.set(here, main.innerHTML)
  const show = (path: string): void => {
    const html = cards.get(path)
    if (html === undefined || !main) return
    main.innerHTML = html
    history.pushState(null, '', path)
    main.focus()
    start()
  }
  main?.querySelectorAll<HTMLAnchorElement>('a[href]').forEach((link) =>
    link.addEventListener('click', (event) => {
      const path = new URL(link.href).pathname
      if (navigator.onLine || !cards.has(path)) return
      event.preventDefault()
      show(path)
    }),
  )
  if (navigator.onLine) void fetchAhead(nextOf(document), AHEAD)
  return { show }
}

const nextOf = (page: ParentNode): string => page.querySelector<HTMLElement>('[data-next]')?.dataset.next ?? ''

async function fetchAhead(path: string, left: number): Promise<void> {
  if (left === 0 || !isCard(path) || cards.has(path)) return
  try {
    const response = await fetch(path)
    if (!response.ok || response.redirected) return
    const main = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('main')
    if (!main) return
    cards.set(path, main.innerHTML)
    await fetchAhead(nextOf(main), left - 1)
  } catch {
    // no network already: those that came are kept
  }
}
