import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listForReview, listOwnPractices } from '#app/practices/practice.queries.server.ts'
import { DeskListView } from '#app/practices/ui/desk-list-view.tsx'
import { hasRole } from '#app/shared/actor.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /scrivania/pratiche */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args)
  const { db, actor, t } = entered
  const [own, review] = await Promise.all([listOwnPractices(db, actor), listForReview(db, actor)])
  return { own, review, editor: hasRole(actor, 'editor'), head: headOf(entered, t('practices.desk.title'), { noindex: true }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function DeskPractices() {
  return <DeskListView {...useLoaderData<typeof loader>()} />
}
