import { facetNames, type Sort } from '#search/engine.ts'
import { useI18n } from '../ui/i18n.tsx'
import { RESULTS } from './facets.tsx'
import type { SearchParams } from './search-params.ts'

/** Order of the results: a select with a button, so that it works without JavaScript. */
export function SortForm({ path, params, sorts }: { path: string; params: SearchParams; sorts: readonly Sort[] }) {
  const { t, href } = useI18n()
  return (
    <form method="get" action={href(path) + RESULTS} className="row-wrap no-print">
      {params.q && <input type="hidden" name="q" value={params.q} />}
      {params.like && <input type="hidden" name="like" value={params.like} />}
      {facetNames.flatMap((name) =>
        (params.filters[name] ?? []).map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
      )}
      <label htmlFor="sort">{t('shared.sort.label')}</label>
      <select id="sort" name="sort" className="form-select sort-select" defaultValue={params.sort}>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`shared.sort.${sort}`)}
          </option>
        ))}
      </select>
      <button type="submit" className="btn btn-outline-primary btn-sm">
        {t('shared.sort.apply')}
      </button>
    </form>
  )
}
