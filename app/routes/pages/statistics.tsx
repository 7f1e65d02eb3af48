import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readStatistics } from '#app/about/statistics.queries.server.ts'
import { StatisticsPage } from '#app/about/ui/statistics-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, lang, t } = entered
  const countedAt = new Date().toISOString()
  return {
    statistics: await readStatistics(db, lang),
    countedAt,
    head: headOf(entered, t('about.statistics.title'), { description: t('about.statistics.lead'), updatedOn: countedAt }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function StatisticsRoute() {
  const { statistics, countedAt } = useLoaderData<typeof loader>()
  return <StatisticsPage statistics={statistics} countedAt={countedAt} />
}
