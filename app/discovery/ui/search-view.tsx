import { ActiveFilters, Facets } from '#app/shared/search/facets.tsx'
import { isRecordType } from '#app/shared/search/record-types.ts'
import { hasFilters, searchQueryString } from '#app/shared/search/search-params.ts'
import { SortForm } from '#app/shared/search/sort-form.tsx'
import { Alert } from '#app/shared/ui/alert.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { Pager } from '#app/shared/ui/pager.tsx'
import { SearchForm } from '#app/shared/ui/search-form.tsx'
import type { SearchPage } from '../search-page.server.ts'
import { HowToSearch } from './how-to-search.tsx'
import { LikeForm } from './like-form.tsx'
import { GroupedResults, ListedResults } from './results.tsx'
import { SaveSearch } from './save-search.tsx'

const PATH = '/cerca'

/** The result page: field, what was found, filters beside, what to try when nothing was. */
export function SearchView({ page, signedIn = false }: { page: SearchPage; signedIn?: boolean }) {
  const { t, href, number } = useI18n()
  const { params } = page
  const { chosen } = page.like
  const likeness = chosen && t('discovery.like.chip', { place: chosen.name })
  const people = chosen?.population && t('discovery.like.people', { n: number(chosen.population) })
  const chips = likeness
    ? [{ label: [likeness, people].filter(Boolean).join(' · '), without: { ...params, page: 1, like: undefined } }]
    : []
  return (
    <Page title={params.q ? t('discovery.titleFor', { q: params.q }) : t('discovery.title')} here={t('discovery.title')}>
      <SearchForm id="q" className="search-field" value={params.q} />
      <div className="search-aids no-print">
        <LikeForm page={page} path={PATH} />
        <HowToSearch />
      </div>
      <Notices page={page} />
      <div className="with-facets">
        <Facets path={PATH} params={params} groups={page.facets} />
        <div>
          <div className="result-bar">
            <p className="mb-0" id="results" tabIndex={-1} role="status">
              <strong>
                {page.unanswered
                  ? t('shared.searchUnanswered')
                  : t(page.capped ? 'discovery.manyResults' : 'shared.results', { n: page.total })}
              </strong>
            </p>
            {page.total > 1 && <SortForm path={PATH} params={params} sorts={['relevance', 'newest', 'title']} />}
          </div>
          <ActiveFilters path={PATH} params={params} groups={page.facets} more={chips} />
          {page.help && <NothingFound page={page} help={page.help} />}
          {page.groups.length > 0 ? <GroupedResults page={page} /> : page.hits.length > 0 && <ListedResults page={page} />}
          <OnlyForYou page={page} />
          {page.groups.length === 0 && (
            <Pager page={params.page} pages={page.pages} hrefOf={(n) => href(PATH) + searchQueryString({ ...params, page: n })} />
          )}
          <SaveSearch page={page} signedIn={signedIn} />
        </div>
      </div>
    </Page>
  )
}

function Notices({ page }: { page: SearchPage }) {
  const { t } = useI18n()
  return (
    <>
      {page.suggestion && page.total > 0 && (
        <Alert kind="info">{t('discovery.corrected', { q: page.params.q, better: page.suggestion })}</Alert>
      )}
      {page.relaxed && <Alert kind="info">{t('discovery.relaxed')}</Alert>}
      {page.replaced && <Alert kind="info">{t('discovery.replaced')}</Alert>}
    </>
  )
}

function NothingFound({ page, help }: { page: SearchPage; help: NonNullable<SearchPage['help']> }) {
  const { t, href } = useI18n()
  return (
    <EmptyState title={t('discovery.nothing.title')}>
      <ul>
        {hasFilters(page.params) && (
          <li>
            <a href={href(PATH) + searchQueryString({ q: page.params.q })}>
              {t('discovery.nothing.dropFilters', { n: help.withoutFilters })}
            </a>
          </li>
        )}
        {help.near.length > 0 && (
          <li>
            {t('discovery.nothing.near')}{' '}
            {help.near.map((term, index) => (
              <span key={term}>
                {index > 0 && ', '}
                <a href={href(PATH) + searchQueryString({ q: term })} dir="auto">
                  {term}
                </a>
              </span>
            ))}
          </li>
        )}
        <li>{t('discovery.nothing.fewer')}</li>
        <li>
          <a href={href('/buone-pratiche/proponi')}>{t('discovery.nothing.propose')}</a>
        </li>
      </ul>
    </EmptyState>
  )
}

function OnlyForYou({ page }: { page: SearchPage }) {
  const { t, href, lang, number } = useI18n()
  if (!page.onlyForYou || page.onlyForYou.total === 0) return null
  const { total, types, hits } = page.onlyForYou
  return (
    <section className="result-group only-for-you" aria-labelledby="only-for-you">
      <h2 id="only-for-you">
        <span>
          {t('discovery.onlyForYou')} <span className="muted">({number(total)})</span>
        </span>
      </h2>
      <p>
        {t('discovery.onlyForYou.lead')}{' '}
        {types.map(({ type, total: own }) => `${isRecordType(type) ? t(`shared.recordTypes.${type}`) : type}: ${number(own)}`).join(' · ')}
      </p>
      <ul className="results">
        {hits.map((hit) => (
          <li key={hit.id} className="result">
            <span className="card-kind">
              {isRecordType(hit.type) ? t(`shared.recordType.${hit.type}`) : hit.type} ·{' '}
              {t(hit.example ? 'discovery.onlyForYou.example' : 'discovery.onlyForYou.draft')}
            </span>
            <h3 lang={hit.lang === lang ? undefined : hit.lang} dir="auto">
              <a href={href(hit.url)}>{hit.title}</a>
            </h3>
          </li>
        ))}
      </ul>
    </section>
  )
}
