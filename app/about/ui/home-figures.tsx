import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import type { HomeData } from '../home.ts'

/** Where it happens: a small map beside the numbers and the themes. */
export function HomeFigures({ home, map }: { home: HomeData; map?: ReactNode }) {
  const { t, href, number } = useI18n()
  const { practice = 0, organisation = 0, chapter = 0 } = home.counts
  if (practice === 0) return null
  const figures = [
    [practice, t('about.home.figure.practices', { n: practice })],
    [home.places, t('about.home.figure.places', { n: home.places })],
    [organisation, t('about.home.figure.organisations', { n: organisation })],
    [chapter, t('about.home.figure.chapters', { n: chapter })],
  ] as const
  return (
    <section className="band-soft" aria-labelledby="figures">
      <div className="wrap band where">
        <div>
          <h2 id="figures">{t('about.home.figures')}</h2>
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
          <h3 className="h5 mt-4">{t('about.home.themes')}</h3>
          <ul className="plain row-wrap">
            {home.themes.map((theme) => (
              <li key={theme.id}>
                <a className="chip-link" href={href(`/buone-pratiche?theme=${encodeURIComponent(theme.id)}`)}>
                  {theme.name} <span className="count">{number(theme.records)}</span>
                </a>
              </li>
            ))}
          </ul>
          <a className="more mt-3" href={href('/statistiche')}>
            {t('about.home.allFigures')} <Icon name="arrow-right" turn small />
          </a>
        </div>
        {map && (
          <div>
            <h3>{t('about.home.map')}</h3>
            {map}
            <a className="more" href={href('/mappa')}>
              {t('about.home.openMap')} <Icon name="arrow-right" turn small />
            </a>
          </div>
        )}
      </div>
    </section>
  )
}
