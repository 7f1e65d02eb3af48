import { languageNames, languages } from '../languages.ts'
import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'
import { HouseMark } from './house-mark.tsx'
import type { MenuEntry, SiteFrame } from './site-frame.ts'

function SlimBar({ frame }: { frame: SiteFrame | undefined }) {
  const { t, lang, href } = useI18n()
  const rest = (frame?.path ?? '').replace(/^\/(it|en|ar)(?=\/|$)/, '')
  return (
    <div className="slim">
      <div className="wrap">
        <span>{frame?.organisation ?? t('shared.organisation')}</span>
        <div className="row-wrap">
          <nav aria-label={t('shared.languageMenu')}>
            <ul className="plain">
              {languages.map((code) => (
                <li key={code}>
                  <a href={`/${code}${rest}${frame?.query ?? ''}`} lang={code} hrefLang={code} aria-current={code === lang || undefined}>
                    {languageNames[code]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <AccountLinks frame={frame} href={href} />
        </div>
      </div>
    </div>
  )
}

function AccountLinks({ frame, href }: { frame: SiteFrame | undefined; href: (path: string) => string }) {
  const { t } = useI18n()
  if (!frame?.person)
    return (
      <a className="enter" href={href('/accedi')} data-element="personal-area-login">
        <Icon name="user" /> {t('shared.signIn')}
      </a>
    )
  return (
    <div className="row-wrap">
      <a href={href('/scrivania')}>
        <Icon name="user" /> {t('shared.desk')}
      </a>
      <form method="post" action={href('/esci')}>
        <button type="submit">{t('shared.signOut')}</button>
      </form>
    </div>
  )
}

function Menu({ entries, path, label }: { entries: MenuEntry[]; path: string; label: string }) {
  const { t, href } = useI18n()
  return (
    <nav aria-label={label}>
      <ul className="plain">
        {entries.map((entry) => (
          <li key={entry.path}>
            <a href={href(entry.path)} aria-current={path.startsWith(href(entry.path)) ? 'page' : undefined}>
              {t(`shared.menu.${entry.label}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Header of every page: skip link, slim bar, house mark with search, menu. Works without JavaScript. */
export function SiteHeader({ frame }: { frame: SiteFrame | undefined }) {
  const { t, href } = useI18n()
  const entries = frame?.menu ?? []
  return (
    <>
      <a className="skip" href="#main">
        {t('shared.skipToContent')}
      </a>
      {frame?.demonstration && <p className="demo-bar mb-0">{t('shared.demonstration')}</p>}
      <header className="site-header">
        <SlimBar frame={frame} />
        <div className="wrap">
          <div className="brand-row">
            <a className="brand" href={href('/')}>
              <HouseMark />
              <span>
                <span className="brand-name">{t('shared.siteName')}</span>
                <span className="brand-line">{t('shared.tagline')}</span>
              </span>
            </a>
            <form className="header-search" role="search" action={href('/cerca')} data-suggest={frame?.lang}>
              <label className="visually-hidden" htmlFor="header-q">
                {t('shared.searchLabel')}
              </label>
              <input id="header-q" name="q" type="search" placeholder={t('shared.search')} autoComplete="off" maxLength={200} />
              <button type="submit" aria-label={t('shared.search')}>
                <Icon name="search" />
              </button>
            </form>
            <a className="search-link" href={href('/cerca')} aria-label={t('shared.search')}>
              <Icon name="search" />
            </a>
          </div>
          <div className="menu menu-wide">
            <Menu entries={entries} path={frame?.path ?? ''} label={t('shared.mainMenu')} />
          </div>
          <details className="menu menu-phone">
            <summary>
              <Icon name="burger" /> {t('shared.menuButton')}
            </summary>
            <Menu entries={entries} path={frame?.path ?? ''} label={t('shared.mainMenu')} />
          </details>
        </div>
      </header>
    </>
  )
}

