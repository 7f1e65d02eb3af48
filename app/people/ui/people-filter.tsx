import { type Role, roles } from '#app/shared/actor.ts'
import { Field, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PersonState } from '../person.ts'

const states = ['active', 'suspended', 'closed'] as const

export function PeopleFilter({ query }: { query: { q: string; role?: Role | undefined; state?: PersonState | undefined } }) {
  const { t } = useI18n()
  const any = { value: '', label: t('people.admin.any') }
  return (
    <form role="search" aria-label={t('people.admin.search')}>
      <Field name="q" type="search" label={t('people.admin.searchField')} defaultValue={query.q} maxLength={100} />
      <Select
        name="role"
        label={t('people.field.role')}
        options={[any, ...roles.map((role) => ({ value: role, label: t(`people.role.${role}`) }))]}
        defaultValue={query.role ?? ''}
      />
      <Select
        name="state"
        label={t('people.admin.state')}
        options={[any, ...states.map((state) => ({ value: state, label: t(`people.state.${state}`) }))]}
        defaultValue={query.state ?? ''}
      />
      <button type="submit" className="btn btn-primary">
        {t('people.admin.search')}
      </button>
    </form>
  )
}
