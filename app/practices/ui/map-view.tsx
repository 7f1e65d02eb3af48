import { AreaMap } from '#app/shared/map/area-map.tsx'
import { ActiveFilters, Facets } from '#app/shared/search/facets.tsx'
import { searchQueryString } from '#app/shared/search/search-params.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { listAt } from '../practice-lists.ts'
import type { MapLevel, MapPageData } from '../map-page.server.ts'
import { MapTable } from './map-table.tsx'

const levels: readonly MapLevel[] = ['province', 'zone', 'municipality']

/** The map: table first, then the drawing; the same filters and total as the list. */
export function MapView({ page }: { page: MapPageData }) {
  const { t, href } = useI18n()
  const list = listAt(`/x${page.list}`)
  const query = searchQueryString({ ...page.params, page: 1 })
  const { drawing } = page
  return (
    <Page title={t('practices.map.title')} lead={t(`practices.map.lead.${list}`)}>
      <div className="with-facets">
        <Facets path="/mappa" params={page.params} groups={page.facets} />
        <section aria-labelledby="results">
          <div className="result-bar">
            <h2 id="results" tabIndex={-1} className="result-count">
              {t('shared.results', { n: page.total })}
            </h2>
            <a className="btn btn-outline-primary btn-sm no-print" href={href(page.list) + query}>
              <Icon name="list" small /> {t('practices.map.asList')}
            </a>
          </div>
          <ActiveFilters path="/mappa" params={page.params} groups={page.facets} />
          <nav className="tabs-line no-print" aria-label={t('practices.map.levels')}>
            {levels.map((level) => (
              <a key={level} href={href('/mappa') + levelQuery(query, level)} aria-current={level === page.level ? 'true' : undefined}>
                {t(`practices.map.level.${level}`)}
              </a>
            ))}
          </nav>
          <div className="map-layout">
            <MapTable page={page} />
            <figure className="map">
              <AreaMap
                width={drawing.width}
                height={drawing.height}
                label={t('practices.map.label')}
                areas={drawing.areas.map(({ path, ...area }) => ({ ...area, href: path.slice(1) }))}
              />
              <figcaption>
                <Legend page={page} />
                <p className="small muted mb-0">
                  {drawing.exact ? (drawing.attribution ?? t('practices.map.imported')) : t('practices.map.schematic')}
                </p>
              </figcaption>
            </figure>
          </div>
        </section>
      </div>
    </Page>
  )
}

const levelQuery = (query: string, level: MapLevel): string =>
  level === 'province' ? query : `${query || '?'}${query ? '&' : ''}level=${level}`

/** What each shade means, in words. */
function Legend({ page }: { page: MapPageData }) {
  const { t } = useI18n()
  return (
    <ul className="plain legend" aria-label={t('practices.map.legend')}>
      <li>
        <Swatch /> {t('practices.map.none')}
      </li>
      {page.classes.map(({ shade, from, to }) => (
        <li key={shade}>
          <Swatch shade={shade} /> {from === to ? t('practices.map.exactly', { n: from }) : t('practices.map.between', { from, to })}
        </li>
      ))}
    </ul>
  )
}

const Swatch = ({ shade }: { shade?: number }) => (
  <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d="M1 1h18v18H1z" className={shade ? `q${shade}` : undefined} />
  </svg>
)
