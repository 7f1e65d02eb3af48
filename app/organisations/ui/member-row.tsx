import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { MembershipAct } from '../membership-acts.ts'
import type { MembershipRole, MembershipState } from '../organisation.ts'
import { actsFor } from '../membership-acts.ts'

export type MemberRowProps = {
  row: {
    id: string
    name: string | null
    email: string | null
    invited_email: string | null
    role: MembershipRole
    state: MembershipState
    created_at: Date
  }
}

/** One membership with what can be done about it now. */
export function MemberRow({ row }: MemberRowProps) {
  const { t, date } = useI18n()
  const name = row.name ?? row.invited_email ?? ''
  return (
    <li className="card-box">
      <div className="row-wrap">
        <strong dir="auto">{name}</strong>
        <span className="tag">{row.state === 'active' ? t(`organisations.role.${row.role}`) : t(`organisations.state.${row.state}`)}</span>
      </div>
      {row.email && (
        <p className="muted" dir="ltr">
          {row.email}
        </p>
      )}
      <p className="muted">{date(row.created_at)}</p>
      <form method="post" className="row-wrap">
        <input type="hidden" name="membership" value={row.id} />
        {actsFor(row).map((act: MembershipAct) => (
          <button
            key={act}
            type="submit"
            name="act"
            value={act}
            className="btn btn-outline-primary btn-sm"
            aria-label={`${t(`organisations.act.${act}`)}: ${name}`}
          >
            {t(`organisations.act.${act}`)}
          </button>
        ))}
      </form>
    </li>
  )
}
