import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PracticeCardData } from '../practice-cards.queries.server.ts'

/** How sure and how complete a sheet is, in words. */
export function SheetBadges({
  status,
  short,
  lesson,
  example,
}: {
  status: PracticeCardData['status']
  short: boolean
  lesson: boolean
  example?: boolean
}) {
  const { t } = useI18n()
  return (
    <>
      {example && <span className="tag tag-example">{t('practices.badge.example')}</span>}
      {status === 'public-source' && <span className="tag tag-source">{t('practices.badge.publicSource')}</span>}
      {status === 'verified' && <span className="tag tag-ok">{t('practices.badge.verified')}</span>}
      {status === 'to-reconfirm' && <span className="tag tag-example">{t('practices.badge.toReconfirm')}</span>}
      {short && <span className="tag">{t('practices.badge.short')}</span>}
      {lesson && <span className="tag">{t('practices.badge.lesson')}</span>}
    </>
  )
}
