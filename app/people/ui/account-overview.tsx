import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { deviceOf } from '../device.ts'

type Session = { hash: string; startedAt: Date; lastSeenAt: Date; userAgent: string; here: boolean }
type Props = { email: string; notice: 'email' | 'password' | 'session' | undefined; sessions: Session[] }

export function AccountOverview({ email, notice, sessions }: Props) {
  const { t, href } = useI18n()
  const doors = [
    ['/scrivania/account/password', t('people.account.changePassword')],
    ['/scrivania/account/email', t('people.account.changeEmail')],
    ['/scrivania/account/dati', t('people.account.export')],
    ['/esci', t('people.signOut.clear')],
    ['/scrivania/account/chiudi', t('people.account.close')],
  ] as const
  return (
    <Page
      title={t('people.account.title')}
      lead={t('people.account.lead', { email })}
      trail={[{ path: '/scrivania', label: t('shared.desk') }]}
    >
      {notice && <Alert kind="success">{t(`people.account.notice.${notice}`)}</Alert>}
      <ul className="plain stack">
        {doors.map(([path, label]) => (
          <li key={path}>
            <a href={href(path)}>{label}</a>
          </li>
        ))}
      </ul>
      <h2 className="mt-5">{t('people.sessions.title')}</h2>
      <p className="measure">{t('people.sessions.lead')}</p>
      <ul className="plain stack measure">
        {sessions.map((session) => (
          <SessionRow key={session.hash} session={session} />
        ))}
      </ul>
    </Page>
  )
}

function SessionRow({ session }: { session: Session }) {
  const { t, href, date } = useI18n()
  const device = deviceOf(session.userAgent)
  const when = date(session.lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' })
  const name = device.browser
    ? t('people.sessions.device', { browser: device.browser, system: device.system })
    : t('people.sessions.unknown')
  return (
    <li className="card-box">
      <div className="row-wrap between">
        <div>
          <strong>{name}</strong> {session.here && <span className="tag tag-ok">{t('people.sessions.here')}</span>}
          <p className="muted">{t('people.sessions.seen', { when })}</p>
        </div>
        {!session.here && (
          <form method="post" action={href('/scrivania/account')}>
            <input type="hidden" name="session" value={session.hash} />
            <button type="submit" className="btn btn-outline-primary" aria-label={t('people.sessions.revokeOf', { name, when })}>
              {t('people.sessions.revoke')}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}
