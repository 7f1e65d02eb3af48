import { Card } from '#app/shared/ui/card.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { ProcessCard } from '../process.queries.server.ts'
import { ProcessBadges } from './badges.tsx'
import { Days } from './moment.tsx'

/** Every process: those open now first. With a code one goes straight in. */
export function ProcessesPage({ processes }: { processes: readonly ProcessCard[] }) {
  const { t, href } = useI18n()
  const groups = [
    { key: 'open', found: processes.filter(({ state }) => state === 'open') },
    { key: 'draft', found: processes.filter(({ state }) => state === 'draft') },
    { key: 'closed', found: processes.filter(({ state }) => state === 'closed') },
  ] as const
  return (
    <Page title={t('codesign.process.title')} lead={t('codesign.process.lead')}>
      <p>
        <a className="btn btn-primary" href="/p">
          {t('codesign.process.haveCode')}
        </a>
      </p>
      {processes.length === 0 && (
        <EmptyState title={t('codesign.process.none')}>
          <p>{t('codesign.process.noneText')}</p>
          <a href={href('/formazione')}>{t('codesign.process.noneLink')}</a>
        </EmptyState>
      )}
      {groups.map(({ key, found }) => {
        if (found.length === 0) return null
        return (
          <section key={key} className="stack page-section">
            <h2>{t(`codesign.process.heading.${key}`)}</h2>
            <div className="cards">
              {found.map((process) => (
                <OneCard key={process.id} process={process} />
              ))}
            </div>
          </section>
        )
      })}
    </Page>
  )
}

function OneCard({ process }: { process: ProcessCard }) {
  const { t, lang, href, date } = useI18n()
  const { text } = process
  return (
    <Card
      href={href(`/partecipa/${process.slug}`)}
      title={text.title}
      lang={text.lang === lang ? undefined : text.lang}
      kind={process.promoter ?? undefined}
      level={3}
      badges={<ProcessBadges state={process.state} isExample={process.isExample} />}
      foot={
        <>
          {process.places.length > 0 && <span>{process.places.join(', ')}</span>}
          <Days startsOn={process.startsOn} endsOn={process.endsOn} />
          {process.state === 'open' && process.nextMeeting && (
            <span>{t('codesign.process.nextMeetingOn', { date: date(process.nextMeeting) })}</span>
          )}
        </>
      }
    >
      <p>{text.summary}</p>
    </Card>
  )
}
