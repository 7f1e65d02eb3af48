import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { isAsked, withoutLanguage } from '../page-answer.ts'
import { UsefulForm } from './useful-form.tsx'

/** Foot of every public page: when it was updated, and whether it was useful. `query` is the page's own. */
export function PageFoot({ path, query, updatedOn }: { path: string; query: string; updatedOn: string | undefined }) {
  const { t, date } = useI18n()
  const page = withoutLanguage(path)
  if (!isAsked(page)) return null
  const thanked = new URLSearchParams(query).get('utile') === 'grazie'
  return (
    <div className="wrap page-foot no-print" id="utile">
      {updatedOn && (
        <p className="muted small">
          <time dateTime={updatedOn.slice(0, 10)} data-element="updated-on">
            {t('about.updatedOn', { date: date(updatedOn) })}
          </time>
        </p>
      )}
      {thanked ? <Alert kind="success">{t('about.useful.thanks')}</Alert> : <UsefulForm page={page} back={path + query} />}
    </div>
  )
}
