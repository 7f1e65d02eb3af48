import { languageNames, languages } from '../languages.ts'
import { HouseMark } from './house-mark.tsx'
import { useI18n } from './i18n.tsx'
import { Icon } from './icon.tsx'
import { SearchForm } from './search-form.tsx'
import type { SiteFrame } from './site-frame.ts'
import { PhoneMenu, WideMenu } from './site-menu.tsx'

/** The same page in the other languages, each under its own name. */
function LanguageLinks({ path, query }: { path: string; query: string }) {
  const { t, lang } = useI18n()
  const rest = path.replace(/^\/(it|en|ar)(?=\/|$)/, '')
  return (
    <nav aria-label={t('shared.languageMenu')}>
      <ul className="plain">
        {languages.map((code) => (
          <li key={code}>
            <a href={`/${code}${rest}${query}`} lang={code} hrefLang={code} aria-current={code === lang ? 'true' : undefined}>
              {languageNames[code]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AccountLinks({ person }: { person: SiteFrame['person'] }) {
  const { t, href } = useI18n()
  if (!person)
    return (
      <a className="enter" href={href('/accedi')} data-element="personal-area-login">
        <span className="disc">
          <Icon name="user" small />
        </span>
        {t('shared.signIn')}
      </a>
    )
  return (
    <div className="account">
      <a href={href('/scrivania')} title={person.name}>
        <Icon name="user" small />
        <span>{t('shared.desk')}</span>
      </a>
      <a href={href('/esci')}>{t('shared.signOut')}</a>
    </div>
  )
}

/** Header of every page: skip link, slim bar, house mark with search, menu. Works without JavaScript. */
export function SiteHeader({ frame }: { frame: SiteFrame | undefined }) {
  const { t, href } = useI18n()
  const entries = frame?.menu ?? []
  const path = frame?.path ?? ''
  return (
    <>
      <a className="skip" href="#main">
        {t('shared.skipToContent')}
      </a>
      <header className="site-header">
        {frame?.demonstration && <p className="demo-bar">{t('shared.demonstration')}</p>}
        <div className="slim">
          <div className="wrap">
            <span className="publisher">{frame?.organisation ?? t('shared.organisation')}</span>
            <LanguageLinks path={path} query={frame?.query ?? ''} />
            <AccountLinks person={frame?.person} />
          </div>
        </div>
        <div className="wrap brand-row">
          <PhoneMenu entries={entries} path={path} />
          <a className="brand" href={href('/')}>
            <HouseMark />
            <span>
              <span className="brand-name">{t('shared.siteName')}</span>
              <span className="brand-line">{t('shared.tagline')}</span>
            </span>
          </a>
          <SearchForm id="header-q" className="header-search" label={t('shared.searchInHeader')} />
          <a className="search-link" href={href('/cerca')} aria-label={t('shared.search')}>
            <Icon name="search" />
          </a>
        </div>
        <WideMenu entries={entries} path={path} />
      </header>
    </>
  )
}
