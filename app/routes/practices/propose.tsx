import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mailNotice } from '#app/people/answer.server.ts'
import { MailSent } from '#app/people/ui/mail-sent.tsx'
import { postProposal } from '#app/practices/proposals/post-proposal.server.ts'
import { proposalPage } from '#app/practices/proposals/proposal-page.server.ts'
import { stepOf } from '#app/practices/proposals/proposal.ts'
import { ProposalForm } from '#app/practices/proposals/ui/proposal-form.tsx'
import { ProposalStatus } from '#app/practices/proposals/ui/proposal-status.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

const notices = ['kept', 'withdrawn'] as const

/** /buone-pratiche/proponi?passo=1…4, for everybody; a sent proposal shows where it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { url, t } = entered
  const page = await proposalPage(entered, args.request, stepOf(url.searchParams.get('passo')))
  const notice = notices.find((known) => known === url.searchParams.get('notice'))
  const head = headOf(entered, t('practices.create.title'), { description: t('practices.proposal.lead'), noindex: url.search !== '' })
  return data({ page, notice, look: url.searchParams.get('manca') === '1', head }, { headers: { 'Cache-Control': 'private, no-store' } })
}

export async function action(args: ActionFunctionArgs) {
  const entered = enter(args)
  const posted = await postProposal(entered, args.request)
  if ('to' in posted)
    return redirect(`/${entered.lang}${posted.to}`, { status: 303, headers: posted.cookie ? { 'Set-Cookie': posted.cookie } : {} })
  if ('refused' in posted) return data({ refused: posted.refused, mailed: undefined, mail: undefined }, posted.refused.status)
  return data({ refused: undefined, mailed: posted.mailed, mail: mailNotice(entered, posted.path) })
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (loaded ? pageMeta(loaded.head) : [])

export default function Propose() {
  const { t } = useI18n()
  const { page, notice, look } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const mailed = answer?.mail && <MailSent mail={answer.mail}>{t(`practices.proposal.mailed.${answer.mailed}`)}</MailSent>
  if (page.kind === 'status') return <ProposalStatus page={page} mailed={mailed} />
  return <ProposalForm page={page} notice={notice} look={look} refused={answer?.refused} mailed={mailed} />
}
