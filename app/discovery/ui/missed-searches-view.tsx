import { languageNames } from '#app/shared/languages.ts'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { EmptyState } from '#app/shared/ui/empty-state.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import type { MissedSearchLine } from '../missed-search.queries.server.ts'

/** The editors' page of what readers looked for in vain, and what can be done about it. */
export function MissedSearchesView({ searches, saved }: { searches: MissedSearchLine[]; saved: boolean }) {
  const { t } = useI18n()
  return (
    <Page title={t('discovery.missed.title')} lead={t('discovery.missed.lead')} trail={[{ path: '/scrivania', label: t('shared.desk') }]}>
      {saved && <Alert kind="success">{t('discovery.missed.saved')}</Alert>}
      {searches.length === 0 ? (
        <EmptyState title={t('discovery.missed.none')}>
          <p className="mb-0">{t('discovery.missed.noneHow')}</p>
        </EmptyState>
      ) : (
        <ul className="plain saved-searches">
          {searches.map((search) => (
            <li key={search.id}>
              <Line search={search} />
            </li>
          ))}
        </ul>
      )}
      <p className="muted small">{t('discovery.missed.privacy')}</p>
    </Page>
  )
}

function Line({ search }: { search: MissedSearchLine }) {
  const { t, href, date } = useI18n()
  const { id, query, lang, handled } = search
  return (
    <article>
      <h2 className="h4">
        <bdi lang={lang}>{query}</bdi>
      </h2>
      <p className="muted small">
        {[
          t('discovery.missed.askers', { n: search.askers }),
          languageNames[lang],
          t('discovery.missed.last', { date: date(search.lastOn, { dateStyle: 'medium' }) }),
          ...(handled ? [t('discovery.missed.handled')] : []),
        ].join(' · ')}
      </p>
      <div className="row-wrap">
        <a href={`/${lang}/cerca${searchQueryString({ q: query })}`}>
          {t('discovery.missed.again')} <span className="visually-hidden">{query}</span>
        </a>
        <a href={href('/buone-pratiche/proponi')}>
          {t('discovery.missed.write')} <span className="visually-hidden">{query}</span>
        </a>
        <a href={href(`/glossario${searchQueryString({ q: query })}`)}>
          {t('discovery.missed.glossary')} <span className="visually-hidden">{query}</span>
        </a>
        <PostButton
          intent={handled ? 'reopen' : 'handle'}
          label={t(handled ? 'discovery.missed.reopen' : 'discovery.missed.handle')}
          about={query}
          fields={{ id }}
        />
      </div>
    </article>
  )
}
