import { Card } from '#app/shared/ui/card.tsx'
import { ErrorSummary, Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { ProcessCard } from '../process.queries.server.ts'
import { ProcessBadges } from './badges.tsx'
import { Days } from './moment.tsx'

type Props = {
  processes: readonly ProcessCard[]
  mayCreate: boolean
  answer: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

/** Processes one runs or follows, and beginning a new one. */
export function DeskProcesses({ processes, mayCreate, answer }: Props) {
  const { t, lang, href } = useI18n()
  return (
    <Page title={t('codesign.desk.title')} lead={t('codesign.desk.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {processes.length === 0 && <p className="muted">{t('codesign.desk.none')}</p>}
      <div className="cards">
        {processes.map((process) => (
          <Card
            key={process.id}
            href={href(`/scrivania/percorsi/${process.slug}`)}
            title={process.text.title}
            lang={process.text.lang === lang ? undefined : process.text.lang}
            badges={<ProcessBadges state={process.state} isExample={process.isExample} />}
            foot={<Days startsOn={process.startsOn} endsOn={process.endsOn} />}
          />
        ))}
      </div>
      {mayCreate && (
        <section className="page-section">
          <h2>{t('codesign.desk.create')}</h2>
          <form method="post">
            <ErrorSummary errors={answer?.errors} />
            <Field
              name="title"
              label={t('codesign.desk.titleIt')}
              lang="it"
              required
              maxLength={160}
              defaultValue={answer?.typed.title}
              error={answer?.errors.title}
            />
            <TextArea
              name="summary"
              label={t('codesign.desk.summary')}
              lang="it"
              required
              maxLength={300}
              defaultValue={answer?.typed.summary}
              error={answer?.errors.summary}
            />
            <button type="submit" className="btn btn-primary">
              {t('codesign.desk.createIt')}
            </button>
          </form>
        </section>
      )}
    </Page>
  )
}
