import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'

/** A mailed link that no longer works: why, and where to get a new one. */
export function LinkOver({ title, again }: { title: string; again?: string }) {
  const { t, href } = useI18n()
  return (
    <Page title={title}>
      <Alert kind="warning">
        <p className="mb-0">{t('people.linkOver.text')}</p>
        {again && (
          <p className="mb-0">
            <a href={href(again)}>{t('people.linkOver.again')}</a>
          </p>
        )}
      </Alert>
    </Page>
  )
}
