import { useI18n } from '../ui/i18n.tsx'
import { Icon } from '../ui/icon.tsx'
import { chosenValues, type FacetGroup, type FacetOption } from './facet-groups.ts'
import { hasFilters, type SearchParams, searchQueryString, withoutValue } from './search-params.ts'

type FacetsProps = {
  /** Page the form leads to, without language: /cerca. */
  path: string
  params: SearchParams
  groups: FacetGroup[]
}

/**
 * Where applying leads: the number of results, which has this id and takes the focus there. So it is read out, also
 * without JavaScript, and the next Tab goes on from the results.
 */
export const RESULTS = '#results'

/** Filters with counts as a plain GET form: choose several, then apply. Everything lands in the address. */
export function Facets({ path, params, groups }: FacetsProps) {
  const { t, href } = useI18n()
  if (groups.length === 0) return null
  return (
    <details className="facets facets-all no-print" open={hasFilters(params) || undefined}>
      <summary className="facets-toggle">{t('shared.facets.title')}</summary>
      <form method="get" action={href(path) + RESULTS} aria-label={t('shared.facets.title')}>
        {params.q && <input type="hidden" name="q" value={params.q} />}
        {params.like && <input type="hidden" name="like" value={params.like} />}
        {params.sort !== 'relevance' && <input type="hidden" name="sort" value={params.sort} />}
        {groups.map((group, index) => (
          <Facet key={group.name} group={group} open={index < 2 || group.chosen > 0} />
        ))}
        <div className="row-wrap facets-buttons">
          <button type="submit" className="btn btn-primary">
            {t('shared.facets.apply')}
          </button>
          {hasFilters(params) && (
            <a
              className="btn btn-outline-primary"
              href={href(path) + searchQueryString({ ...params, filters: {}, like: undefined, page: 1 }) + RESULTS}
            >
              {t('shared.facets.clear')}
            </a>
          )}
        </div>
      </form>
    </details>
  )
}

function Facet({ group, open }: { group: FacetGroup; open: boolean }) {
  const { t } = useI18n()
  return (
    <details open={open || undefined}>
      <summary>
        {t(`shared.facets.${group.name}`)}
        {group.chosen > 0 && <span className="visually-hidden"> {t('shared.facets.chosen', { n: group.chosen })}</span>}
      </summary>
      <div className="options">
        {group.parts.map((part) => (
          <fieldset key={part.level} className="facet-part">
            <legend className={part.level ? 'facet-level' : 'visually-hidden'}>
              {isLevel(part.level) ? t(`shared.facets.level.${part.level}`) : t(`shared.facets.${group.name}`)}
            </legend>
            {part.options.map((option) => (
              <Check key={option.value} name={group.name} option={option} />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  )
}

const levels = ['region', 'province', 'zone', 'municipality', 'country'] as const
const isLevel = (level: string): level is (typeof levels)[number] => (levels as readonly string[]).includes(level)

function Check({ name, option }: { name: string; option: FacetOption }) {
  const { number } = useI18n()
  return (
    <label className="check">
      <input type="checkbox" name={name} value={option.value} defaultChecked={option.chosen} />
      <span dir="auto">{option.label}</span>
      <span className="count">{number(option.count)}</span>
    </label>
  )
}

/** What is chosen, each a link that takes it away; `more` are choices that are no facet. */
export function ActiveFilters({ path, params, groups, more = [] }: FacetsProps & { more?: { label: string; without: SearchParams }[] }) {
  const { t, href } = useI18n()
  const chosen = [...chosenValues(groups).map(({ name, value, label }) => ({ label, without: withoutValue(params, name, value) })), ...more]
  if (chosen.length === 0) return null
  return (
    <ul className="plain row-wrap active-filters" aria-label={t('shared.facets.active')}>
      {chosen.map(({ label, without }) => (
        <li key={searchQueryString(without)}>
          <a className="chip-link" href={href(path) + searchQueryString(without) + RESULTS}>
            <span className="visually-hidden">{t('shared.facets.remove')} </span>
            <span dir="auto">{label}</span> <Icon name="close" small />
          </a>
        </li>
      ))}
    </ul>
  )
}
