import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { listProgrammes } from '#app/training/training.queries.server.ts'
import { DeskProgrammes } from '#app/training/ui/desk-programmes.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'facilitator')
  const head = headOf(entered, entered.t('training.desk.title'), { noindex: true })
  return { head, programmes: await listProgrammes(entered.db, entered.actor) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function DeskTraining() {
  return <DeskProgrammes programmes={useLoaderData<typeof loader>().programmes} />
}
