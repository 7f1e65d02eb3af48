import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mapPage } from '#app/practices/map-page.server.ts'
import { MapView } from '#app/practices/ui/map-view.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const page = await mapPage(entered)
  const { t } = entered
  return {
    page,
    head: headOf(entered, t('practices.map.title'), { description: t('practices.map.lead.practices'), noindex: entered.url.search !== '' }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function PracticeMap() {
  return <MapView page={useLoaderData<typeof loader>().page} />
}
