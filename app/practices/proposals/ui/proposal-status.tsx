import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import type { StatusPage } from '../proposal-page.server.ts'

/** Where a sent proposal stands, for whoever holds its code. */
export function ProposalStatus({ page: { code, status }, mailed }: { page: StatusPage; mailed: ReactNode }) {
  const { t, href, date } = useI18n()
  const { state } = status
  return (
    <Page
      title={t('practices.proposal.status.title')}
      lead={<bdi>{status.title}</bdi>}
      trail={[{ path: '/buone-pratiche', label: t('practices.list.practices.title') }]}
    >
      {mailed}
      <div className="stack measure">
        {state !== 'draft' && <p className="notice">{t(`practices.proposal.status.${state}`, { email: status.email ?? '' })}</p>}
        {status.decidedAt && <p className="muted">{t('practices.proposal.status.decided', { date: date(status.decidedAt) })}</p>}
        {status.reason && <p dir="auto">{status.reason}</p>}
        {status.sheetState && <p>{t('practices.stateNow', { state: t(`practices.state.${status.sheetState}`) })}</p>}
        {status.path && (
          <p>
            <a href={href(status.path)}>{t('practices.view')}</a>
          </p>
        )}
        {code && (
          <p>
            {t('practices.proposal.field.code')}: <span dir="ltr">{code}</span>
          </p>
        )}
        <div className="row-wrap">
          <PostButton intent="again" label={t('practices.proposal.again')} primary />
          <PostButton intent="withdraw" label={t('practices.proposal.withdraw')} />
        </div>
        <p className="small muted">{t('practices.proposal.withdrawWhat')}</p>
      </div>
    </Page>
  )
}
