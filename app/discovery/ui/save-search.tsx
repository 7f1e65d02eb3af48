import { hasFilters, searchQueryString } from '#app/shared/search/search-params.ts'
import { Field, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { frequencies } from '../saved-search.ts'
import type { SearchPage } from '../search-page.server.ts'

/** Under the results: keep this search and be told, or follow it as a feed. */
export function SaveSearch({ page, signedIn }: { page: SearchPage; signedIn: boolean }) {
  const { t, href, lang } = useI18n()
  const { params } = page
  if (params.q === '' && !hasFilters(params)) return null
  const query = searchQueryString({ ...params, page: 1, sort: 'relevance' })
  return (
    <section className="save-search no-print" aria-labelledby="save-search">
      <h2 id="save-search" className="h4">
        {t('discovery.save.title')}
      </h2>
      <p>{t('discovery.save.lead')}</p>
      <div className="row-wrap">
        {!signedIn && (
          <a className="btn btn-outline-primary" href={`${href('/accedi')}?next=${encodeURIComponent(href('/cerca') + query)}`}>
            {t('discovery.save.signIn')}
          </a>
        )}
        <a className="btn btn-outline-primary" href={`/${lang}/cerca/feed.atom${query}`} type="application/atom+xml">
          <Icon name="rss" small /> {t('discovery.save.feed')}
        </a>
      </div>
      {signedIn && (
        <details className="term">
          <summary>{t('discovery.save.open')}</summary>
          <SaveForm name={page.words.join(' · ').slice(0, 120)} query={query.slice(1)} />
        </details>
      )}
    </section>
  )
}

/** The form alone; the desk shows it again when something was wrong. */
export function SaveForm({ name, query, frequency, error }: { name: string; query: string; frequency?: string; error?: string }) {
  const { t, href } = useI18n()
  return (
    <form method="post" action={href('/scrivania/ricerche')}>
      <input type="hidden" name="query" value={query} />
      <Field name="name" label={t('discovery.saved.name')} required maxLength={120} defaultValue={name} error={error} />
      <Select
        name="frequency"
        label={t('discovery.saved.frequency')}
        options={frequencies.map((value) => ({ value, label: t(`discovery.frequency.${value}`) }))}
        defaultValue={frequency ?? 'weekly'}
      />
      <button type="submit" name="intent" value="save" className="btn btn-primary">
        {t('discovery.save.submit')}
      </button>
    </form>
  )
}
