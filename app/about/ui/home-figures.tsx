import { AreaMap } from '#app/shared/map/area-map.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import type { HomeData, HomeMap } from '../home.ts'

function Figures({ home }: { home: HomeData }) {
  const { t, number } = useI18n()
  const { practice = 0, organisation = 0, chapter = 0 } = home.counts
  const figures = [
    [practice, t('about.home.figure.practices', { n: practice })],
    [home.places, t('about.home.figure.places', { n: home.places })],
    [organisation, t('about.home.figure.organisations', { n: organisation })],
    [chapter, t('about.home.figure.chapters', { n: chapter })],
  ] as const
  return (
    <dl className="figures">
      {figures
        .filter(([amount]) => amount > 0)
        .map(([amount, words]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{number(amount)}</dd>
          </div>
        ))}
    </dl>
  )
}

function Themes({ themes }: { themes: HomeData['themes'] }) {
  const { t, href, number } = useI18n()
  return (
    <>
      <h3 className="h5 mt-4">{t('about.home.themes')}</h3>
      <ul className="plain row-wrap">
        {themes.map((theme) => (
          <li key={theme.id}>
            <a className="chip-link" href={href(`/buone-pratiche?theme=${encodeURIComponent(theme.id)}`)}>
              {theme.name} <span className="count">{number(theme.records)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function SmallMap({ map }: { map: HomeMap }) {
  const { t, href, number } = useI18n()
  return (
    <section className="small-map" aria-labelledby="where">
      <h2 id="where">{t('about.home.map')}</h2>
      <ul className="plain">
        {map.provinces.map((province) => (
          <li key={province.id}>
            <a href={href(province.path)}>{province.name}</a> <span className="count">{number(province.count)}</span>
          </li>
        ))}
      </ul>
      <figure className="map">
        <AreaMap
          width={map.width}
          height={map.height}
          label={t('about.home.map')}
          areas={map.areas.map(({ path, ...area }) => ({ ...area, href: href(path) }))}
        />
        <figcaption className="small muted">{map.note}</figcaption>
      </figure>
      <a className="more" href={href('/mappa')}>
        {t('about.home.openMap')} <Icon name="arrow-right" turn small />
      </a>
    </section>
  )
}

/** The house in numbers, its themes, and where things happen. */
export function HomeFigures({ home }: { home: HomeData }) {
  const { t, href } = useI18n()
  if (!home.counts.practice) return null
  return (
    <div className="band-soft">
      <div className="wrap band where">
        <section aria-labelledby="figures">
          <h2 id="figures">{t('about.home.figures')}</h2>
          <Figures home={home} />
          <Themes themes={home.themes} />
          <a className="more mt-3" href={href('/statistiche')}>
            {t('about.home.allFigures')} <Icon name="arrow-right" turn small />
          </a>
        </section>
        <SmallMap map={home.map} />
      </div>
    </div>
  )
}
