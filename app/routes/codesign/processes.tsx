import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listProcesses } from '#app/codesign/process/process.queries.server.ts'
import { ProcessesPage } from '#app/codesign/process/ui/processes-page.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const head = headOf(entered, entered.t('codesign.process.title'), { description: entered.t('codesign.process.lead') })
  return { head, processes: await listProcesses(entered.db, entered.actor, entered.lang) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Processes() {
  return <ProcessesPage processes={useLoaderData<typeof loader>().processes} />
}
