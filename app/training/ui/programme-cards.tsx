import { pick } from '#app/shared/languages.ts'
import { Card } from '#app/shared/ui/card.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Phase } from '../programme.ts'
import type { ProgrammeSummary } from '../training.queries.server.ts'
import { Period } from './period.tsx'

/** Programmes of one phase, as cards. */
export function ProgrammeCards({ programmes, phase }: { programmes: readonly ProgrammeSummary[]; phase: Phase }) {
  const { t, lang, href, date } = useI18n()
  return (
    <div className="cards">
      {programmes.map((programme) => {
        const title = pick(lang, programme.title_it, programme.title_en)
        const summary = pick(lang, programme.summary_it, programme.summary_en)
        return (
          <Card
            key={programme.id}
            href={href(`/formazione/${programme.slug}`)}
            title={title.text}
            lang={title.lang === lang ? undefined : title.lang}
            kind={t(`training.phase.${phase}`)}
            level={3}
            badges={<ProgrammeBadges programme={programme} />}
            foot={
              <>
                <Period startsOn={programme.startsOn} endsOn={programme.endsOn} />
                <span>{t('training.sessions', { n: programme.sessions ?? 0 })}</span>
                {programme.nextMeeting && <span>{t('training.nextMeeting', { date: date(programme.nextMeeting) })}</span>}
              </>
            }
          >
            <p>{summary.text}</p>
          </Card>
        )
      })}
    </div>
  )
}

/** What a reader must know before trusting the card: an example, or not yet public. */
export function ProgrammeBadges({ programme }: { programme: { isExample: boolean; publishedAt: Date | null } }) {
  const { t } = useI18n()
  if (!programme.isExample && programme.publishedAt) return null
  return (
    <>
      {programme.isExample && <span className="tag tag-example">{t('training.example')}</span>}
      {!programme.publishedAt && <span className="tag">{t('training.notPublic')}</span>}
    </>
  )
}
