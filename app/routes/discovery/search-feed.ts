import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchFeed } from '#app/discovery/search-feed.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'

/** GET /:lang/cerca/feed.atom: every parameter means what it means on the result page. */
export function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  return searchFeed({ ...entered, address: entered.url.searchParams, self: entered.url.pathname + entered.url.search })
}
