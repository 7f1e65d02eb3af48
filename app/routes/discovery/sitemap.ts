import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalogueEntries } from '#app/discovery/catalogue-entries.server.ts'
import { sitemap, standingPages } from '#app/discovery/sitemap.ts'
import { menuFor } from '#app/shared/menu.server.ts'

/** A sitemap holds at most 50,000 addresses, three languages each. */
const MOST = 16_000

/** GET /sitemap.xml */
export async function loader({ context }: LoaderFunctionArgs) {
  const entries = await catalogueEntries(context.db, 'it', MOST)
  const menu = (await menuFor(context.db)).flatMap((entry) => ('entries' in entry ? entry.entries : [entry])).map((entry) => entry.path)
  const body = sitemap(entries, [...standingPages, ...menu], context.origin)
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
