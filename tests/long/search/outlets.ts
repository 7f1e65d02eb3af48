import type { Db } from '#db/connection.ts'
import { type Bird, FLOCK } from './birds.ts'

export type Heard = { text: string; status: number; bytes: number }
/** Where a word could come out. `asks` says that it is asked for the bird's own word, so that any hit is this bird. */
export type Outlet = { name: string; path: (bird: Bird) => string; asks?: boolean }

const enc = encodeURIComponent
const of = (name: string, path: string): Outlet => ({ name, path: () => path })

export const outlets: Outlet[] = [
  { name: 'search, JSON', path: ({ word }) => `/api/v1/search?q=${enc(`"${word}"`)}`, asks: true },
  { name: 'search, page', path: ({ word }) => `/it/cerca?q=${enc(word)}` },
  { name: 'search, page in Arabic, by the common word', path: () => `/ar/cerca?q=${FLOCK}` },
  of('counts and facets, JSON', `/api/v1/search?q=${FLOCK}&per_page=100`),
  of('newest, page', `/it/cerca?q=&sort=newest`),
  { name: 'suggestions', path: ({ word }) => `/api/v1/suggest?q=${enc(word.slice(0, 11))}`, asks: true },
  of('suggestions, common word', `/api/v1/suggest?q=${FLOCK.slice(0, 6)}`),
  of('feed of everything', '/feed.atom'),
  of('feed of a search', `/it/cerca/feed.atom?q=${FLOCK}`),
  of('sitemap', '/sitemap.xml'),
  of('open data, CSV', '/dati-aperti/buone-pratiche.csv'),
  of('open data, JSON', '/dati-aperti/buone-pratiche.json'),
  of('download of a list', `/it/buone-pratiche/csv?q=${FLOCK}`),
  of('list of practices', '/it/buone-pratiche?sort=newest'),
  of('map', '/it/mappa'),
  of('practices, API', '/api/v1/practices'),
  of('chapters, API', '/api/v1/chapters'),
  of('home', '/it'),
  { name: 'the record itself', path: ({ slug }) => `/it/buone-pratiche/${slug}` },
]

export async function hear(origin: string, path: string): Promise<Heard> {
  const response = await fetch(origin + path, { redirect: 'follow' })
  const text = await response.text()
  return { text, status: response.status, bytes: text.length }
}

/** Whether an answer gives a bird away: by a word nobody asked for, its address, its id; or, asked for itself, by a hit or its whole word. */
export function betrays(outlet: Outlet, bird: Bird, heard: Heard): boolean {
  if ([bird.quiet, bird.slug, bird.id].some((sign) => heard.text.includes(sign) && !outlet.path(bird).includes(sign))) return true
  if (!outlet.asks || heard.status !== 200) return false
  const answer = JSON.parse(heard.text) as { total?: number; facets?: Record<string, unknown[]>; suggestions?: unknown }
  if (answer.suggestions) return JSON.stringify(answer.suggestions).includes(bird.word)
  return (answer.total ?? 0) > 0 || Object.values(answer.facets ?? {}).some((values) => values.length > 0)
}

/** Mails written since the last look. */
export async function newMails(db: Db, since: Date): Promise<{ text: string; at: Date }[]> {
  const rows = await db
    .selectFrom('kept_mail')
    .select(['subject', 'body_text', 'body_html', 'created_at'])
    .where('created_at', '>', since)
    .execute()
  return rows.map((row) => ({ text: `${row.subject} ${row.body_text} ${row.body_html ?? ''}`, at: row.created_at }))
}
