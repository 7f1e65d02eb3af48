import type { Role } from '#app/shared/actor.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'

type Invitation = { hash: string; email: string; role: Role; sentAt: Date; expiresAt: Date }

/** Invitations that wait to be taken up. */
export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  const { t, date } = useI18n()
  return (
    <>
      <h2>{t('people.invite.open')}</h2>
      {invitations.length === 0 && <p>{t('people.invite.none')}</p>}
      <ul className="plain stack measure">
        {invitations.map(({ hash, email, role, expiresAt }) => (
          <li key={hash} className="card-box">
            <div className="row-wrap between">
              <div>
                <strong dir="ltr">{email}</strong> <span className="tag">{t(`people.role.${role}`)}</span>
                <p className="muted">{t('people.invite.expires', { when: date(expiresAt) })}</p>
              </div>
              <form method="post">
                <input type="hidden" name="hash" value={hash} />
                <button
                  type="submit"
                  name="act"
                  value="withdraw"
                  className="btn btn-outline-primary"
                  aria-label={t('people.invite.withdrawOf', { email })}
                >
                  {t('people.invite.withdraw')}
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
