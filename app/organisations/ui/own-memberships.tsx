import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { MembershipRole, MembershipState } from '../organisation.ts'

type Row = { id: string; slug: string; name: string; role: MembershipRole; state: MembershipState }

/** The bodies of the signed-in person, on their profile. */
export function OwnMemberships({ memberships }: { memberships: Row[] }) {
  const { t, href } = useI18n()
  return (
    <section aria-labelledby="memberships">
      <h2 id="memberships">{t('organisations.own.title')}</h2>
      {memberships.length === 0 && (
        <p>
          {t('organisations.own.none')} <a href={href('/organizzazioni')}>{t('organisations.list.all')}</a>
        </p>
      )}
      <ul className="plain stack measure">
        {memberships.map((row) => (
          <li key={row.id} className="card-box">
            <div className="row-wrap between">
              <div>
                <a href={href(`/organizzazioni/${row.slug}`)}>{row.name}</a>{' '}
                <span className="tag">
                  {row.state === 'requested' ? t('organisations.join.waiting') : t(`organisations.role.${row.role}`)}
                </span>
              </div>
              <form method="post" action={href('/scrivania/appartenenze')}>
                <input type="hidden" name="membership" value={row.id} />
                <button
                  type="submit"
                  name="act"
                  value="end"
                  className="btn btn-outline-primary"
                  aria-label={
                    row.state === 'requested'
                      ? t('organisations.own.withdrawOf', { name: row.name })
                      : t('organisations.own.leaveOf', { name: row.name })
                  }
                >
                  {row.state === 'requested' ? t('organisations.own.withdraw') : t('organisations.own.leave')}
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
