import { ActiveFilters, Facets } from '#app/shared/search/facets.tsx'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import { SortForm } from '#app/shared/search/sort-form.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { Pager } from '#app/shared/ui/pager.tsx'
import { SearchForm } from '#app/shared/ui/search-form.tsx'
import type { PracticeListPageData } from '../list-page.server.ts'
import { practiceLists } from '../practice-lists.ts'
import { PracticeCard } from './practice-card.tsx'

/** A list of sheets: facets beside the cards, everything in the address, nothing that needs JavaScript. */
export function PracticeListView({ page }: { page: PracticeListPageData }) {
  const { t, href } = useI18n()
  const { path } = practiceLists[page.list]
  const sorts = page.params.q ? (['relevance', 'newest', 'title'] as const) : (['newest', 'title'] as const)
  return (
    <Page title={t(`practices.list.${page.list}.title`)} lead={t(`practices.list.${page.list}.lead`)}>
      <SearchForm
        id="list-q"
        className="list-search no-print"
        action={path}
        value={page.params.q}
        label={t('practices.list.searchIn')}
        placeholder={t('practices.list.searchIn')}
      />
      <div className="with-facets">
        <Facets path={path} params={page.params} groups={page.facets} />
        <section aria-labelledby="results">
          <div className="result-bar">
            <h2 id="results" tabIndex={-1} className="result-count">
              {page.unanswered ? t('shared.searchUnanswered') : t('shared.results', { n: page.total })}
            </h2>
            <ListActions page={page} />
          </div>
          <ActiveFilters path={path} params={page.params} groups={page.facets} />
          {page.total > 1 && <SortForm path={path} params={page.params} sorts={sorts} />}
          {page.total === 0 && !page.unanswered ? (
            <NothingFound page={page} />
          ) : (
            <ul className="cards">
              {page.cards.map((card) => (
                <li key={card.id}>
                  <PracticeCard card={card} level={3} />
                </li>
              ))}
            </ul>
          )}
          <Pager page={page.params.page} pages={page.pages} hrefOf={(n) => href(path) + searchQueryString({ ...page.params, page: n })} />
        </section>
      </div>
    </Page>
  )
}

function ListActions({ page }: { page: PracticeListPageData }) {
  const { t, href, lang } = useI18n()
  const { path, types } = practiceLists[page.list]
  const query = searchQueryString({ ...page.params, page: 1 })
  // Elsewhere than on this list its types must be named.
  const type = page.params.filters.type ?? [...types]
  const everywhere = { ...page.params, page: 1, sort: 'relevance', filters: { ...page.params.filters, type } } as const
  const onMap = searchQueryString(types.length > 1 ? everywhere : { ...page.params, page: 1, sort: 'relevance' })
  return (
    <div className="row-wrap no-print">
      <a
        className="btn btn-outline-primary btn-sm"
        href={href('/mappa') + (page.params.filters.type ? searchQueryString({ ...page.params, page: 1 }) : onMap)}
      >
        <Icon name="map-marker" small /> {t('practices.list.onMap')}
      </a>
      <a className="btn btn-outline-primary btn-sm" href={href(`${path}/csv`) + query} download>
        <Icon name="download" small /> {t('practices.list.csv')}
      </a>
      <a
        className="btn btn-outline-primary btn-sm"
        href={`/${lang}/cerca/feed.atom${searchQueryString(everywhere)}`}
        type="application/atom+xml"
      >
        <Icon name="rss" small /> {t('practices.list.feed')}
      </a>
    </div>
  )
}

function NothingFound({ page }: { page: PracticeListPageData }) {
  const { t, href } = useI18n()
  const { path } = practiceLists[page.list]
  return (
    <EmptyState title={t('practices.list.none')}>
      {page.drop.length > 0 && (
        <>
          <p>{t('practices.list.drop')}</p>
          <ul>
            {page.drop.map((one) => (
              <li key={one.label}>
                <a href={href(path) + searchQueryString(one.params)}>{t('practices.list.without', { label: one.label })}</a> (
                {t('shared.results', { n: one.total })})
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="row-wrap mb-0">
        <a className="btn btn-outline-primary" href={href(path)}>
          {t('practices.list.all')}
        </a>
        {page.params.q && (
          <a className="btn btn-outline-primary" href={href(`/cerca${searchQueryString({ q: page.params.q })}`)}>
            {t('practices.list.everywhere')}
          </a>
        )}
        {page.list === 'practices' && (
          <a className="btn btn-outline-primary" href={href('/buone-pratiche/proponi')}>
            {t('practices.propose')}
          </a>
        )}
      </p>
    </EmptyState>
  )
}
