import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listProposals } from '#app/practices/proposals/proposal.queries.server.ts'
import { ProposalsDesk } from '#app/practices/proposals/ui/proposals-desk.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /scrivania/proposte */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const { db, actor, t } = entered
  return { proposals: await listProposals(db, actor), head: headOf(entered, t('practices.proposals.title'), { noindex: true }) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageMeta(data.head) : [])

export default function DeskProposals() {
  return <ProposalsDesk proposals={useLoaderData<typeof loader>().proposals} />
}
