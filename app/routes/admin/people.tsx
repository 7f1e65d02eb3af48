import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPeople, PEOPLE_PER_PAGE } from '#app/people/person.queries.server.ts'
import { peopleQuerySchema } from '#app/people/person.schema.ts'
import { AdminPage } from '#app/people/ui/admin-page.tsx'
import { PeopleFilter } from '#app/people/ui/people-filter.tsx'
import { PeopleTable } from '#app/people/ui/people-table.tsx'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Pager } from '#app/shared/ui/pager.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'admin')
  const { db, actor, t, url } = entered
  const query = peopleQuerySchema.parse(Object.fromEntries(url.searchParams))
  const { total, people } = await listPeople(db, actor, query)
  return {
    head: headOf(entered, t('people.admin.place.persone'), { noindex: true }),
    query,
    pages: Math.ceil(total / PEOPLE_PER_PAGE),
    total,
    people,
    search: url.search,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function People() {
  const { t } = useI18n()
  const { query, pages, total, people, search } = useLoaderData<typeof loader>()
  const hrefOf = (page: number) => {
    const parameters = new URLSearchParams(search)
    parameters.set('page', String(page))
    return `?${parameters}`
  }
  return (
    <AdminPage title={t('people.admin.place.persone')}>
      <PeopleFilter query={query} />
      <p className="mt-4" role="status">
        {t('people.admin.found', { n: total })}
      </p>
      {people.length > 0 && <PeopleTable people={people} />}
      <Pager page={query.page} pages={pages} hrefOf={hrefOf} />
    </AdminPage>
  )
}
