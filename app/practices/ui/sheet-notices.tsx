import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PracticeDetail } from '../detail-page.server.ts'

/** What a reader should know before reading: preview, example, source, short, other language. */
export function SheetNotices({ practice }: { practice: PracticeDetail }) {
  const { t, href, lang } = useI18n()
  const other = !practice.text.blank && practice.text.lang !== lang
  return (
    <>
      {practice.preview && (
        <p className="notice notice-warn">
          {practice.example
            ? t('practices.notice.example')
            : t('practices.notice.preview', { state: t(`practices.state.${practice.state}`) })}
        </p>
      )}
      {practice.short && <p className="notice">{t(practice.text.blank ? 'practices.notice.short' : 'practices.notice.partial')}</p>}
      {other && (
        <p className="notice">{practice.text.lang === 'it' ? t('practices.notice.onlyItalian') : t('practices.notice.onlyEnglish')}</p>
      )}
      {practice.mayEdit && (
        <p className="row-wrap no-print">
          <a className="btn btn-outline-primary btn-sm" href={href(`/scrivania/pratiche/${practice.id}`)}>
            {t('practices.follow')}
          </a>
          <a className="btn btn-outline-primary btn-sm" href={href(`/scrivania/pratiche/${practice.id}/modifica`)}>
            {t('practices.edit')}
          </a>
        </p>
      )}
    </>
  )
}
