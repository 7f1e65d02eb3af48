import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { FollowPage } from '../follow-page.server.ts'
import type { MoveRefusal } from '../move-practice.server.ts'
import { isPublicState } from '../practice.ts'
import { MoveForm, StepList } from './follow-up.tsx'

type Props = {
  practice: FollowPage
  notice: 'created' | 'saved' | 'moved' | undefined
  refused: { refused: MoveRefusal | 'reason-too-long'; reason: string } | undefined
}

/** Where a sheet stands, what happened to it and what can be done next, on one page. */
export function FollowView({ practice, notice, refused }: Props) {
  const { t, href } = useI18n()
  return (
    <Page
      title={practice.title}
      titleLang="it"
      trail={[
        { path: '/scrivania', label: t('shared.desk') },
        { path: '/scrivania/pratiche', label: t('practices.desk.title') },
      ]}
    >
      {notice && <Alert kind="success">{t(`practices.saved.${notice}`)}</Alert>}
      {refused && <Alert kind="danger">{t(`practices.refused.${refused.refused}`)}</Alert>}
      <p className="lead mt-3">
        {t('practices.stateNow', { state: t(`practices.state.${practice.state}`) })}{' '}
        {practice.example && <span className="tag tag-example">{t('practices.badge.example')}</span>}
      </p>
      <p className="measure">{t(`practices.meaning.${practice.state}`)}</p>
      <p className="row-wrap">
        <a className="btn btn-outline-primary" href={href(practice.path)}>
          {t('practices.view')}
        </a>
        {practice.mayEdit && (
          <>
            <a className="btn btn-outline-primary" href={href(`/scrivania/pratiche/${practice.id}/modifica`)}>
              {t('practices.edit')}
            </a>
            <a className="btn btn-outline-primary" href={href(`/scrivania/testi/${practice.documentId}.it`)}>
              <Icon name="pencil" small /> {t('practices.liveItalian')}
            </a>
            <a className="btn btn-outline-primary" href={href(`/scrivania/testi/${practice.documentId}.it/allegati`)}>
              <Icon name="file" small /> {t('documents.attachments.manage')}
            </a>
          </>
        )}
      </p>
      {practice.moves.length > 0 && (
        <section aria-labelledby="next">
          <h2 id="next">{t('practices.nextStep')}</h2>
          <MoveForm
            again={isPublicState(practice.state)}
            moves={practice.moves}
            typed={refused?.reason}
            error={refused?.refused === 'reason-required' ? t('practices.refused.reason-required') : undefined}
          />
        </section>
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">{t('practices.steps')}</h2>
        <StepList steps={practice.steps} />
      </section>
    </Page>
  )
}
