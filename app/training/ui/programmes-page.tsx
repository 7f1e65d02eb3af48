import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { inReadingOrder, type Phase, phaseOf } from '../programme.ts'
import type { ProgrammeSummary } from '../training.queries.server.ts'
import { ProgrammeCards } from './programme-cards.tsx'

/** All programmes: those one can join first, the past last. */
export function ProgrammesPage({ programmes, today }: { programmes: readonly ProgrammeSummary[]; today: string }) {
  const { t, href } = useI18n()
  const inPhase = (phase: Phase) => inReadingOrder(programmes, today).filter((programme) => phaseOf(programme, today) === phase)
  const groups = [
    { phase: 'open', heading: t('training.openHeading') },
    { phase: 'closed', heading: t('training.runningHeading') },
    { phase: 'past', heading: t('training.pastHeading') },
  ] as const
  return (
    <Page title={t('training.title')} lead={t('training.lead')}>
      {programmes.length === 0 && (
        <EmptyState title={t('training.none.title')}>
          <p>{t('training.none.text')}</p>
          <a href={href('/buone-pratiche')}>{t('training.none.link')}</a>
        </EmptyState>
      )}
      {groups.map(({ phase, heading }) => {
        const found = inPhase(phase)
        if (found.length === 0) return null
        return (
          <section key={phase} className="stack page-section">
            <h2>{heading}</h2>
            <ProgrammeCards programmes={found} phase={phase} />
          </section>
        )
      })}
    </Page>
  )
}
