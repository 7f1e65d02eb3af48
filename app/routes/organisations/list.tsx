import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canCreateOrganisation } from '#app/organisations/organisation.policy.ts'
import { listOrganisations, listUsedFilters, ORGANISATIONS_PER_PAGE } from '#app/organisations/organisation.queries.server.ts'
import { organisationQuerySchema } from '#app/organisations/organisation.schema.ts'
import { OrganisationFilter } from '#app/organisations/ui/organisation-filter.tsx'
import { OrganisationList } from '#app/organisations/ui/organisation-list.tsx'
import { enter } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { pageMeta } from '#app/shared/ui/meta.ts'
import { Page } from '#app/shared/ui/page.tsx'
import { Pager } from '#app/shared/ui/pager.tsx'
import { findTerritories } from '#app/territories/territory.queries.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const entered = enter(args)
  const { db, actor, t, url } = entered
  const query = organisationQuerySchema.parse(Object.fromEntries(url.searchParams))
  const [{ total, organisations }, used] = await Promise.all([listOrganisations(db, query), listUsedFilters(db)])
  const territories = await findTerritories(db, used.territoryIds)
  const title = t('organisations.list.title')
  const head = headOf(entered, title, { description: t('organisations.list.lead') })
  return {
    head,
    query,
    total,
    pages: Math.ceil(total / ORGANISATIONS_PER_PAGE),
    organisations,
    kinds: used.kinds,
    territories: [...territories.values()],
    search: url.search,
    mayCreate: canCreateOrganisation(actor),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function Organisations() {
  const { t, href } = useI18n()
  const { query, total, pages, organisations, kinds, territories, search, mayCreate } = useLoaderData<typeof loader>()
  const hrefOf = (page: number) => {
    const parameters = new URLSearchParams(search)
    parameters.set('page', String(page))
    return `?${parameters}`
  }
  return (
    <Page title={t('organisations.list.title')} lead={t('organisations.list.lead')}>
      {mayCreate && (
        <p>
          <a className="btn btn-outline-primary" href={href('/organizzazioni/nuova')}>
            {t('organisations.create.title')}
          </a>
        </p>
      )}
      <div className="with-facets">
        <OrganisationFilter query={query} kinds={kinds} territories={territories} />
        <div>
          <OrganisationList total={total} organisations={organisations} territories={territories} />
          <Pager page={query.page} pages={pages} hrefOf={hrefOf} />
        </div>
      </div>
    </Page>
  )
}
