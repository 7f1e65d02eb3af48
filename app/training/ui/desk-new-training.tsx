import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { type FormAnswer, ProgrammeForm, SessionForm } from './training-forms.tsx'

/** A new programme: what its page says; its sessions and words come next. */
export function NewProgramme({ answer }: { answer: FormAnswer }) {
  const { t } = useI18n()
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/formazione', label: t('training.title') },
  ]
  return (
    <Page title={t('training.desk.newProgramme')} lead={t('training.desk.newProgrammeLead')} trail={trail}>
      <ProgrammeForm values={answer?.typed ?? {}} answer={answer} />
    </Page>
  )
}

type NewSessionProps = { programme: { slug: string; title: string }; day: string; answer: FormAnswer }

/** A new session of a programme, on the programme's first day and at the usual hours until somebody says otherwise. */
export function NewSession({ programme, day, answer }: NewSessionProps) {
  const { t } = useI18n()
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/formazione', label: t('training.title') },
    { path: `/scrivania/formazione/${programme.slug}`, label: programme.title },
  ]
  return (
    <Page title={t('training.desk.newSession')} lead={t('training.desk.newSessionLead')} trail={trail}>
      <SessionForm values={answer?.typed ?? { day, start: '15:00', end: '18:00' }} answer={answer} />
    </Page>
  )
}
