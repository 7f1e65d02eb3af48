import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { MenuEntry, SiteFrame } from './ui/site-frame.ts'
import { whileUnchanged } from './while-unchanged.server.ts'

type Menu = SiteFrame['menu']
type Wanted = MenuEntry & { types: string[] }

const single = (path: string, label: MenuEntry['label'], ...types: string[]): Wanted => ({ path, label, types })

/** The whole menu (ui.md), and the kinds of record that bring each entry to life. */
const wanted: (Wanted | { label: 'tools' | 'territories'; entries: Wanted[] })[] = [
  single('/buone-pratiche', 'practices', 'practice'),
  single('/manuale', 'manual', 'chapter'),
  single('/formazione', 'training', 'programme'),
  single('/partecipa', 'participate', 'process'),
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

type Present = { menu: Menu; newest: ReadonlyMap<string, Date | null> }

/** What the catalogue holds at this moment, by type. */
const presentIn = (db: Db): Promise<Present> =>
  whileUnchanged(db, 'menu', async () => {
    const { rows } = await sql<{ type: string; newest: Date | null }>`
      select type, max(published_at) as newest from catalogue_entry group by type
      -- An example process is no record of the catalogue, yet its page is content.
      union select 'process', max(published_at) from process where state in ('open', 'closed') having count(*) > 0`.execute(db)
    const newest = new Map(rows.map((row) => [row.type, row.newest]))
    return { menu: menuOf(new Set(newest.keys())), newest }
  })

/** The menu of this moment. */
export const menuFor = async (db: Db): Promise<Menu> => (await presentIn(db)).menu

/** Publication of the newest record that a page shows: of its part of the menu, else of everything. `path` without language. */
export async function newestShown(db: Db, path: string): Promise<string | undefined> {
  const { newest } = await presentIn(db)
  const own = wanted.flatMap((entry) => ('path' in entry ? [entry] : entry.entries)).find((entry) => path.startsWith(entry.path))
  const days = [...newest].flatMap(([type, day]) => (day && (!own || own.types.includes(type)) ? [day.getTime()] : []))
  return days.length > 0 ? new Date(Math.max(...days)).toISOString() : undefined
}
