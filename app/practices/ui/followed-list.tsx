import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { FollowedPractice } from '../practice.queries.server.ts'

/** Sheets with their state, each a link to its own page. */
export function FollowedList({ practices, label }: { practices: readonly FollowedPractice[]; label: string }) {
  const { t, href, date } = useI18n()
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('practices.field.title_it')}</th>
            <th scope="col">{t('practices.stateLabel')}</th>
            <th scope="col">{t('practices.lastChange')}</th>
          </tr>
        </thead>
        <tbody>
          {practices.map((practice) => (
            <tr key={practice.id}>
              <th scope="row">
                <a href={href(`/scrivania/pratiche/${practice.id}`)}>
                  <bdi lang="it">{practice.title_it}</bdi>
                </a>{' '}
                {practice.is_example && <span className="tag tag-example">{t('practices.badge.example')}</span>}
              </th>
              <td>{t(`practices.state.${practice.state}`)}</td>
              <td>{date(practice.updated_at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
