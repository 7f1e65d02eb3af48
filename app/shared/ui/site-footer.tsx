import { HouseMark } from './house-mark.tsx'
import { useI18n } from './i18n.tsx'
import type { SiteFrame } from './site-frame.ts'

/** Footer of every page: who publishes, licence, and the pages the law asks for. */
export function SiteFooter({ frame }: { frame: SiteFrame | undefined }) {
  const { t, href } = useI18n()
  const links = [
    ['/chi-siamo', t('shared.footer.about'), undefined],
    ['/contatti', t('shared.footer.contacts'), 'contacts'],
    ['/accessibilita', t('shared.footer.accessibility'), 'accessibility-link'],
    ['/privacy', t('shared.footer.privacy'), 'privacy-policy-link'],
    ['/note-legali', t('shared.footer.legal'), 'legal-notes'],
    ['/dati-aperti', t('shared.footer.openData'), undefined],
    ['/statistiche', t('shared.footer.statistics'), undefined],
  ] as const
  return (
    <footer className="site-footer">
      <div className="wrap about">
        <a className="brand" href={href('/')}>
          <HouseMark />
          <span className="brand-name">{t('shared.siteName')}</span>
        </a>
        <div>
          <p>{t('shared.footer.publisher', { organisation: frame?.organisation ?? t('shared.organisation') })}</p>
          <p>
            {t('shared.footer.licence')}{' '}
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              CC BY 4.0
            </a>
          </p>
        </div>
      </div>
      <div className="legal">
        <nav className="wrap" aria-label={t('shared.footer.label')}>
          <ul className="plain">
            {links.map(([path, label, hook]) => (
              <li key={path}>
                <a href={href(path)} data-element={hook}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
