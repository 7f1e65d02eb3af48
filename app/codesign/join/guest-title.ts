import type { PlainKey, Say } from './words.ts'

const titles: Record<string, PlainKey> = {
  '/p': 'enter.title',
  '/p/torna': 'return.enter',
  '/p/esci': 'leave.title',
  '/p/qui': 'home.questions',
  '/p/qui/tavolo': 'nav.table',
  '/p/qui/risposte': 'mine.title',
  '/p/qui/spazio': 'settings.title',
  '/p/qui/segnala': 'report.title',
}

/** What a participant's page is called in the browser's tab and by a screen reader; never the name of the process. */
export function guestTitle(say: Say, { pathname, searchParams }: URL): string {
  const known = titles[pathname.replace(/\/$/, '')]
  if (known) return say(known)
  if (pathname.startsWith('/p/qui/domande/')) return say('home.answer')
  return say(searchParams.has('l') ? 'notice.title' : 'choose.title')
}
