import type { DoneKind } from '#app/shared/http/done-notice.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** What the last button did. */
export function DoneNotice({ done }: { done: DoneKind | undefined }) {
  const { t } = useI18n()
  if (!done) return null
  return <Alert kind={done === 'empty' ? 'warning' : 'success'}>{t(`training.desk.${done}`)}</Alert>
}
