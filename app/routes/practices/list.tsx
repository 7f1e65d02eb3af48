import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { practiceListPage } from '#app/practices/list-page.server.ts'
import { listAt } from '#app/practices/practice-lists.ts'
import { PracticeListView } from '#app/practices/ui/practice-list-view.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { hasFilters } from '#app/shared/search/search-params.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /buone-pratiche, /patti, /progetti */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const list = listAt(entered.url.pathname)
  const page = await practiceListPage(entered, list)
  const { t } = entered
  // One address per list for search engines of others; filtered and further pages lead them to the records.
  const noindex = hasFilters(page.params) || page.params.q !== '' || page.params.page > 1
  return { page, head: headOf(entered, t(`practices.list.${list}.title`), { description: t(`practices.list.${list}.lead`), noindex }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function PracticeList() {
  return <PracticeListView page={useLoaderData<typeof loader>().page} />
}
