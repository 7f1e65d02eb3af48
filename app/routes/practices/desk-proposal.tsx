import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptProposal, declineProposal } from '#app/practices/proposals/decide-proposal.server.ts'
import { findProposal } from '#app/practices/proposals/proposal.queries.server.ts'
import { ProposalDesk } from '#app/practices/proposals/ui/proposals-desk.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

/** /scrivania/proposte/:id */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const proposal = await findProposal(entered.db, entered.actor, args.params.id ?? '')
  return { proposal, head: headOf(entered, proposal.fields.title, { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, lang, appUrl, params, url } = enterSignedIn(args, 'editor')
  const form = await args.request.formData()
  const id = params.id ?? ''
  if (form.get('intent') === 'accept') {
    const made = await acceptProposal(db, actor, id, appUrl)
    if (made.ok) return redirect(`/${lang}/scrivania/pratiche/${made.practiceId}?notice=created`, 303)
    return data({ reason: made.reason, typed: '' }, 409)
  }
  const typed = String(form.get('reason') ?? '').slice(0, 1_000)
  const done = await declineProposal(db, actor, id, { reason: typed, appUrl })
  if (!done.ok) return data({ reason: done.reason, typed }, done.reason === 'decided' ? 409 : 422)
  return redirect(url.pathname, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function DeskProposal() {
  return <ProposalDesk proposal={useLoaderData<typeof loader>().proposal} refused={useActionData<typeof action>()} />
}
