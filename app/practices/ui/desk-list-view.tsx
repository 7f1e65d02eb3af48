import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { FollowedPractice } from '../practice.queries.server.ts'
import { FollowedList } from './followed-list.tsx'

/** A person's sheets, and for editors what waits for them. */
export function DeskListView({ own, review, editor }: { own: FollowedPractice[]; review: FollowedPractice[]; editor: boolean }) {
  const { t, href } = useI18n()
  return (
    <Page title={t('practices.desk.title')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      <p className="row-wrap">
        <a className="btn btn-primary" href={href('/buone-pratiche/proponi')}>
          {t('practices.propose')}
        </a>
        <a className="btn btn-outline-primary" href={href('/scrivania/pratiche/nuova')}>
          {t('practices.create.whole')}
        </a>
        {editor && (
          <a className="btn btn-outline-primary" href={href('/scrivania/termini')}>
            {t('themes.title')}
          </a>
        )}
      </p>
      {editor && (
        <section>
          <h2>{t('practices.desk.review')}</h2>
          {review.length > 0 ? (
            <FollowedList practices={review} label={t('practices.desk.review')} />
          ) : (
            <p>{t('practices.desk.nothing')}</p>
          )}
        </section>
      )}
      <section>
        <h2>{t('practices.desk.own')}</h2>
        {own.length > 0 ? (
          <FollowedList practices={own} label={t('practices.desk.own')} />
        ) : (
          <EmptyState title={t('practices.desk.none')}>
            <p className="mb-0">{t('practices.desk.noneText')}</p>
          </EmptyState>
        )}
      </section>
    </Page>
  )
}
