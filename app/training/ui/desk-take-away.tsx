import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { type FormAnswer, TakeAwayForm, type Values } from './training-forms.tsx'

type Props = { path: string; session: string; title: string; values: Values; answer: FormAnswer }

/** The titles of one take-away. */
export function DeskTakeAway({ path, session, title, values, answer }: Props) {
  const { t } = useI18n()
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/formazione', label: t('training.title') },
    { path, label: session },
  ]
  return (
    <Page title={title} titleLang="it" trail={trail}>
      <TakeAwayForm values={answer?.typed ?? values} answer={answer} />
    </Page>
  )
}
