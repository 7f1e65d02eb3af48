import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { AdminPage, adminPlaces } from '#app/people/ui/admin-page.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'

export function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  return { head: headOf(entered, entered.t('people.admin.title'), { noindex: true }) }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function AdminOverview() {
  const { t, href } = useI18n()
  return (
    <AdminPage title={t('people.admin.title')} top>
      <ul className="cards plain">
        {adminPlaces.map((place) => (
          <li key={place} className="card-box">
            <h2>
              <a href={href(`/scrivania/amministrazione/${place}`)}>{t(`people.admin.place.${place}`)}</a>
            </h2>
            <p>{t(`people.admin.about.${place}`)}</p>
          </li>
        ))}
      </ul>
    </AdminPage>
  )
}
