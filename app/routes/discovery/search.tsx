import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchPage } from '#app/discovery/search-page.server.ts'
import { SearchView } from '#app/discovery/ui/search-view.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const page = await searchPage(entered)
  const { t } = entered
  const title = page.params.q ? t('discovery.titleFor', { q: page.params.q }) : t('discovery.title')
  // Result pages are not content: engines of others should index the records themselves.
  return { page, head: headOf(entered, title, { description: t('discovery.description'), noindex: true }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Search() {
  const { page } = useLoaderData<typeof loader>()
  return <SearchView page={page} />
}
