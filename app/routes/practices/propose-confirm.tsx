import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkOver } from '#app/people/ui/link-over.tsx'
import { confirmProposal, findToConfirm } from '#app/practices/proposals/confirm-proposal.server.ts'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'

// Following the link only shows a button: mail programs open links on their own.
export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const key = entered.url.searchParams.get('chiave') ?? ''
  const waiting = await findToConfirm(entered.db, key)
  return { key, waiting, head: headOf(entered, entered.t('practices.proposal.confirm.title'), { noindex: true }) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, appUrl } = enter(args)
  const form = await args.request.formData()
  const { ok } = await confirmProposal(db, String(form.get('key') ?? ''), appUrl)
  return data({ ok }, ok ? 200 : 410)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function ConfirmProposal() {
  const { t } = useI18n()
  const { key, waiting } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()?.ok
  const title = t('practices.proposal.confirm.title')
  if (done)
    return (
      <Page title={title}>
        <Alert kind="success">{t('practices.proposal.confirm.done')}</Alert>
      </Page>
    )
  if (!waiting) return <LinkOver title={title} again="/buone-pratiche/proponi" />
  return (
    <Page title={title} lead={t('practices.proposal.confirm.lead', { title: waiting.title })}>
      <form method="post">
        <input type="hidden" name="key" value={key} />
        <button type="submit" className="btn btn-primary">
          {t('practices.proposal.confirm.submit')}
        </button>
      </form>
    </Page>
  )
}
