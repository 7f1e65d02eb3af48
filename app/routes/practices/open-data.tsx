import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openFields } from '#app/practices/open-data.ts'
import { countOpenRecords } from '#app/practices/open-data.queries.server.ts'
import { OpenDataView } from '#app/practices/ui/open-data-view.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { records, updatedAt } = await countOpenRecords(entered.db)
  const { t } = entered
  return {
    records,
    updatedAt,
    fields: openFields,
    head: headOf(entered, t('practices.data.title'), { description: t('practices.data.lead'), updatedOn: updatedAt }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function OpenData() {
  return <OpenDataView {...useLoaderData<typeof loader>()} />
}
