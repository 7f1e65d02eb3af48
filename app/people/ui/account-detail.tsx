import { type Role, roles } from '#app/shared/actor.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { ErrorSummary, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { RefusedForm } from '../form-answer.ts'
import { personActs, type PersonState } from '../person.ts'
import { AdminPage } from './admin-page.tsx'

type Props = {
  person: { name: string; email: string; role: Role; state: PersonState; created_at: Date }
  memberships: { slug: string; name: string; role: string; state: string }[]
  acts: { id: number; at: Date; action: string; actor: string | null }[]
  may: { changeRole: boolean; suspend: boolean; restore: boolean }
  saved: boolean
  refused: RefusedForm | undefined
}

/** One account for the administrator: facts, what can be done, what was done. */
export function AccountDetail({ person, memberships, acts, may, saved, refused }: Props) {
  const { t, href, date } = useI18n()
  return (
    <AdminPage title={person.name} below="persone">
      {saved && <Alert kind="success">{t('people.admin.saved')}</Alert>}
      <ErrorSummary errors={refused?.errors} />
      <dl className="facts">
        <dt>{t('people.field.email')}</dt>
        <dd dir="ltr">{person.state === 'closed' ? '—' : person.email}</dd>
        <dt>{t('people.field.role')}</dt>
        <dd>{t(`people.role.${person.role}`)}</dd>
        <dt>{t('people.admin.state')}</dt>
        <dd>{t(`people.state.${person.state}`)}</dd>
        <dt>{t('people.admin.since')}</dt>
        <dd>{date(person.created_at)}</dd>
      </dl>
      {may.changeRole && <RoleForm role={person.role} />}
      {may.suspend && <ActForm act="suspend" />}
      {may.restore && <ActForm act="restore" />}
      {memberships.length > 0 && (
        <>
          <h2>{t('people.admin.organisations')}</h2>
          <ul>
            {memberships.map((membership) => (
              <li key={membership.slug}>
                <a href={href(`/organizzazioni/${membership.slug}`)}>{membership.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('people.admin.acts')}</h2>
      <ul>
        {acts.map((entry) => (
          <li key={entry.id}>
            {date(entry.at, { dateStyle: 'medium', timeStyle: 'short' })} · <Act action={entry.action} />
            {entry.actor && <> · {entry.actor}</>}
          </li>
        ))}
      </ul>
    </AdminPage>
  )
}

/** Acts are named; one that other modules wrote about a person shows its code. */
function Act({ action }: { action: string }) {
  const { t } = useI18n()
  const known = personActs.find((act) => `person.${act}` === action)
  return known ? t(`people.act.${known}`) : <code dir="ltr">{action}</code>
}

function RoleForm({ role }: { role: Role }) {
  const { t } = useI18n()
  return (
    <form method="post">
      <h2>{t('people.admin.changeRole')}</h2>
      <p className="measure">{t('people.admin.changeRoleHint')}</p>
      <Select
        name="role"
        label={t('people.field.role')}
        options={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
        defaultValue={role}
      />
      <button type="submit" name="act" value="role" className="btn btn-primary">
        {t('people.admin.changeRole')}
      </button>
    </form>
  )
}

function ActForm({ act }: { act: 'suspend' | 'restore' }) {
  const { t } = useI18n()
  return (
    <form method="post">
      <h2>{t(`people.admin.${act}`)}</h2>
      <p className="measure">{t(`people.admin.${act}Hint`)}</p>
      <button type="submit" name="act" value={act} className="btn btn-outline-primary">
        {t(`people.admin.${act}`)}
      </button>
    </form>
  )
}
