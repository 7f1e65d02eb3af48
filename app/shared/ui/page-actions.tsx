import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'

/** Copy-link and print buttons. Hidden until `enhance.ts` runs: without JavaScript the browser's own do the same. */
export function PageActions() {
  const { t } = useI18n()
  return (
    <div className="row-wrap no-print">
      <button type="button" className="btn btn-outline-primary btn-sm" hidden data-copy="" data-done={t('shared.copied')}>
        <Icon name="link" small /> <span role="status">{t('shared.copyLink')}</span>
      </button>
      <button type="button" className="btn btn-outline-primary btn-sm" hidden data-print="">
        <Icon name="print" small /> {t('shared.print')}
      </button>
    </div>
  )
}
