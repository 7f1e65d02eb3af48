import { facetNames } from '#search/engine.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { SearchPage } from '../search-page.server.ts'

/** "Places like mine": choose a municipality, see results from its zone and from municipalities of similar size. */
export function LikeForm({ page, path }: { page: SearchPage; path: string }) {
  const { t, href } = useI18n()
  const { params } = page
  return (
    <details className="like-form no-print" open={params.like !== undefined || undefined}>
      <summary>{t('discovery.like.title')}</summary>
      <form method="get" action={`${href(path)}#results`}>
        {params.q && <input type="hidden" name="q" value={params.q} />}
        {facetNames.flatMap((name) =>
          name === 'territory'
            ? []
            : (params.filters[name] ?? []).map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
        )}
        <p className="mb-0" id="like-hint">
          {t('discovery.like.hint')}
        </p>
        <div className="row-wrap">
          <label htmlFor="like">{t('discovery.like.label')}</label>
          <select id="like" name="like" className="form-select sort-select" defaultValue={params.like ?? ''} aria-describedby="like-hint">
            <option value="">{t('discovery.like.none')}</option>
            {page.like.places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className="btn btn-outline-primary btn-sm">
            {t('discovery.like.submit')}
          </button>
        </div>
      </form>
    </details>
  )
}
