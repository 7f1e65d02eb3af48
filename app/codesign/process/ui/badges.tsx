import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { ProcessState } from '../process.ts'

/** Whether one can take part now, and what a reader must know before trusting it. */
export function ProcessBadges({ state, isExample }: { state: ProcessState; isExample: boolean }) {
  const { t } = useI18n()
  return (
    <>
      <span className={state === 'open' ? 'tag tag-ok' : 'tag'}>{t(`codesign.process.state.${state}`)}</span>
      {isExample && <span className="tag tag-example">{t('codesign.process.example')}</span>}
    </>
  )
}
