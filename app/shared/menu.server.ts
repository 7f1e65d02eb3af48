import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { MenuEntry } from './ui/site-frame.ts'

const entries: { types: string[]; entry: MenuEntry }[] = [
  { types: ['practice'], entry: { path: '/buone-pratiche', label: 'practices' } },
  { types: ['chapter'], entry: { path: '/manuale', label: 'manual' } },
  { types: ['programme'], entry: { path: '/formazione', label: 'training' } },
  { types: ['memorandum', 'pact'], entry: { path: '/patti', label: 'pacts' } },
  { types: ['project', 'event'], entry: { path: '/progetti', label: 'projects' } },
  { types: ['organisation'], entry: { path: '/organizzazioni', label: 'organisations' } },
  { types: ['practice'], entry: { path: '/mappa', label: 'map' } },
  { types: ['glossary'], entry: { path: '/glossario', label: 'glossary' } },
]

let cached: { at: number; menu: MenuEntry[] } | undefined

/** The menu: an entry appears once its page has something public. Asked of the catalogue at most every 5 seconds. */
export async function menuFor(db: Db): Promise<MenuEntry[]> {
  if (cached && Date.now() - cached.at < 5_000) return cached.menu
  const rows = await sql<{ type: string }>`select distinct type from catalogue`.execute(db)
  const present = new Set(rows.rows.map((row) => row.type))
  const menu = entries.filter(({ types }) => types.some((type) => present.has(type))).map(({ entry }) => entry)
  cached = { at: Date.now(), menu }
  return menu
}
