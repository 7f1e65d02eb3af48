import type { Role } from '#app/shared/actor.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PersonState } from '../person.ts'

type Row = { id: string; name: string; email: string; role: Role; state: PersonState; created_at: Date }

export function PeopleTable({ people }: { people: Row[] }) {
  const { t, href, date } = useI18n()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('people.admin.place.persone')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('people.field.name')}</th>
            <th scope="col">{t('people.field.email')}</th>
            <th scope="col">{t('people.field.role')}</th>
            <th scope="col">{t('people.admin.state')}</th>
            <th scope="col">{t('people.admin.since')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={href(`/scrivania/amministrazione/persone/${person.id}`)} dir="auto">
                  {person.name}
                </a>
              </th>
              <td dir="ltr">{person.state === 'closed' ? '' : person.email}</td>
              <td>{t(`people.role.${person.role}`)}</td>
              <td>{t(`people.state.${person.state}`)}</td>
              <td>{date(person.created_at, { dateStyle: 'medium' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
