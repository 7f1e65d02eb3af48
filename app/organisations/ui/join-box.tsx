import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { MembershipRole, MembershipState } from '../organisation.ts'

type Props = { membership: { state: MembershipState; role: MembershipRole } | undefined; mayAsk: boolean }

/** How the signed-in reader belongs to this body, or a button to ask. Visitors see nothing. */
export function JoinBox({ membership, mayAsk }: Props) {
  const { t } = useI18n()
  if (membership?.state === 'active') return <p>{t(`organisations.join.is.${membership.role}`)}</p>
  if (membership?.state === 'requested') return <p>{t('organisations.join.waiting')}</p>
  if (!mayAsk) return null
  return (
    <form method="post">
      <p>{t('organisations.join.hint')}</p>
      <button type="submit" className="btn btn-outline-primary">
        {t('organisations.join.ask')}
      </button>
    </form>
  )
}
