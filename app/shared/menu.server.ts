import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { once } from './once.ts'
import type { MenuEntry, SiteFrame } from './ui/site-frame.ts'

type Menu = SiteFrame['menu']
type Wanted = MenuEntry & { types: string[] }

const single = (path: string, label: MenuEntry['label'], ...types: string[]): Wanted => ({ path, label, types })

/** The whole menu (ui.md), and the kinds of record that bring each entry to life. */
const wanted: (Wanted | { label: 'tools' | 'territories'; entries: Wanted[] })[] = [
  single('/buone-pratiche', 'practices', 'practice'),
  single('/manuale', 'manual', 'chapter'),
  single('/formazione', 'training', 'programme'),
  { label: 'tools', entries: [single('/patti', 'pacts', 'memorandum', 'pact'), single('/glossario', 'glossary', 'glossary')] },
  {
    label: 'territories',
    entries: [
      single('/mappa', 'map', 'practice'),
      single('/progetti', 'projects', 'project', 'event'),
      single('/organizzazioni', 'organisations', 'organisation'),
    ],
  },
]

/** The entries whose page has something public; a group without entries is left out. */
export function menuOf(present: ReadonlySet<string>): Menu {
  const living = (entries: Wanted[]): MenuEntry[] =>
    entries.filter(({ types }) => types.some((type) => present.has(type))).map(({ path, label }) => ({ path, label }))
  return wanted.flatMap((entry): Menu => {
    if ('path' in entry) return living([entry])
    const entries = living(entry.entries)
    return entries.length > 0 ? [{ label: entry.label, entries }] : []
  })
}

/** The menu of this moment. The catalogue is asked at most every 5 seconds. */
export async function menuFor(db: Db): Promise<Menu> {
  const cache = once<{ current?: { at: number; menu: Menu } }>('menu', () => ({}))
  if (cache.current && Date.now() - cache.current.at < 5_000) return cache.current.menu
  const { rows } = await sql<{ type: string }>`select distinct type from catalogue`.execute(db)
  const menu = menuOf(new Set(rows.map((row) => row.type)))
  cache.current = { at: Date.now(), menu }
  return menu
}
