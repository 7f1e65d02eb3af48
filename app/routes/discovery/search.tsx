import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { rememberMissedSearch } from '#app/discovery/note-missed-search.server.ts'
import { searchPage } from '#app/discovery/search-page.server.ts'
import { SearchView } from '#app/discovery/ui/search-view.tsx'
import { networkOf } from '#app/people/limits.server.ts'
import { enter, type Entered } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const page = await searchPage(entered)
  const { t, db, log } = entered
  if (page.help?.nothingAtAll) {
    const day = new Date().toISOString().slice(0, 10)
    const missed = { text: page.params.q, lang: entered.lang, asker: askerOf(entered, args.request), day }
    rememberMissedSearch(db, missed, (error) => log.warn({ err: error }, 'searches without results were not kept'))
  }
  const title = page.params.q ? t('discovery.titleFor', { q: page.params.q }) : t('discovery.title')
  // Result pages are not content: engines of others should index the records themselves.
  const feed = `/${entered.lang}/cerca/feed.atom${searchQueryString({ ...page.params, page: 1, sort: 'relevance' })}`
  const head = headOf(entered, title, { description: t('discovery.description'), noindex: true, feed })
  return { page, signedIn: entered.actor.kind === 'person', head }
}

/** Tells askers apart in memory, for a day (note-missed-search.server.ts). */
const askerOf = ({ actor, ip }: Entered, request: Request): string =>
  actor.kind === 'person' ? actor.id : `${networkOf(ip)} ${request.headers.get('User-Agent') ?? ''}`

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Search() {
  const { page, signedIn } = useLoaderData<typeof loader>()
  return <SearchView page={page} signedIn={signedIn} />
}
