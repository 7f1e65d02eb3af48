import type { LinksFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { HouseMark } from '#app/shared/ui/house-mark.tsx'
import type { ParticipantLang } from '../../participant-languages.ts'
import { guestScriptUrl } from './guest-script-url.ts'
import styles from './guest.scss?url'
import { useSpeech } from './speech.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export type Frame = { lang: ParticipantLang; path: string; who: string; tables: boolean; demonstration: boolean }

/** Where "leave now" goes: a page everybody knows, in the person's language, which tells nothing about them. */
const neutralPage = (lang: ParticipantLang): string => `https://${lang}.wikipedia.org/`

/** What stands around every participant's page: quick exit, three places, report, leave. Works without JavaScript. */
export function GuestFrame({ lang, path, who, tables, demonstration, children }: Frame & { children: ReactNode }) {
  const { say } = useSpeech()
  const inside = who !== ''
  const places = [
    ['/p/qui', say('nav.home')],
    ...(tables ? ([['/p/qui/tavolo', say('nav.table')]] as const) : []),
    ['/p/qui/risposte', say('nav.mine')],
    ['/p/qui/spazio', say('nav.settings')],
  ]
  return (
    <div className="guest" data-who={who}>
      <a className="skip" href="#main">
        {say('frame.skip')}
      </a>
      <header className="g-head">
        {demonstration && <p className="g-demo">{say('frame.demo')}</p>}
        <div className="g-bar">
          <span className="g-brand" lang="it" dir="ltr">
            <HouseMark /> Casa Comune
          </span>
          <a className="g-exit" href={neutralPage(lang)} rel="noreferrer" data-quick-exit>
            {say('frame.quickExit')}
          </a>
        </div>
        {inside && (
          <nav className="g-nav" aria-label={say('frame.nav')}>
            {places.map(([href, label]) => (
              <a key={href} href={href} aria-current={path === href ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {inside && (
        <footer className="g-foot">
          <a href="/p/qui/segnala">{say('report.title')}</a>
          <a href="/p/esci">{say('leave.title')}</a>
        </footer>
      )}
      <script type="module" src={guestScriptUrl} />
    </div>
  )
}
