import { Card } from '#app/shared/ui/card.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { ProgrammeSummary } from '../training.queries.server.ts'
import { Period } from './period.tsx'
import { ProgrammeBadges } from './programme-cards.tsx'

/** Programmes for those who run them. */
export function DeskProgrammes({ programmes }: { programmes: readonly ProgrammeSummary[] }) {
  const { t, href } = useI18n()
  return (
    <Page title={t('training.desk.title')} lead={t('training.desk.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      <p>
        <a className="btn btn-primary" href={href('/scrivania/formazione/nuovo')}>
          {t('training.desk.newProgramme')}
        </a>
      </p>
      <div className="cards">
        {programmes.map((programme) => (
          <Card
            key={programme.id}
            href={href(`/scrivania/formazione/${programme.slug}`)}
            title={programme.title_it}
            lang="it"
            badges={<ProgrammeBadges programme={programme} />}
            foot={
              <>
                <Period startsOn={programme.startsOn} endsOn={programme.endsOn} />
                <span>{t('training.sessions', { n: programme.sessions ?? 0 })}</span>
              </>
            }
          />
        ))}
      </div>
    </Page>
  )
}
