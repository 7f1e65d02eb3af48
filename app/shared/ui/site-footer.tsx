import { HouseMark } from './house-mark.tsx'
import { useI18n } from './i18n.tsx'
import type { SiteFrame } from './site-frame.ts'

/** Footer of every page: who publishes, licence, and the pages the law asks for. */
export function SiteFooter({ frame }: { frame: SiteFrame | undefined }) {
  const { t, href } = useI18n()
  const legal = [
    ['/chi-siamo', t('shared.footer.about')],
    ['/contatti', t('shared.footer.contacts')],
    ['/accessibilita', t('shared.footer.accessibility')],
    ['/privacy', t('shared.footer.privacy')],
    ['/note-legali', t('shared.footer.legal')],
    ['/dati-aperti', t('shared.footer.openData')],
  ] as const
  return (
    <footer className="site-footer">
      <div className="wrap stack">
        <a className="brand" href={href('/')}>
          <HouseMark />
          <span className="brand-name">{t('shared.siteName')}</span>
        </a>
        <p className="mb-0">{t('shared.footer.publisher', { organisation: frame?.organisation ?? t('shared.organisation') })}</p>
        <p className="mb-0">{t('shared.footer.licence')}</p>
      </div>
      <div className="legal">
        <nav className="wrap" aria-label={t('shared.footer.label')}>
          <ul className="plain">
            {legal.map(([path, label]) => (
              <li key={path}>
                <a href={href(path)}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
