import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { romeDay } from '#app/shared/rome-time.ts'
import { listProgrammes } from '#app/training/training.queries.server.ts'
import { ProgrammesPage } from '#app/training/ui/programmes-page.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const programmes = await listProgrammes(entered.db, entered.actor)
  const head = headOf(entered, entered.t('training.title'), { description: entered.t('training.lead') })
  return { head, programmes, today: romeDay(new Date()) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function Programmes() {
  const { programmes, today } = useLoaderData<typeof loader>()
  return <ProgrammesPage programmes={programmes} today={today} />
}
