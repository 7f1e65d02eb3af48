import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import type { PracticeDetail } from '../detail-page.server.ts'

/** Where every statement comes from; the numbers are those in the text. */
export function SourceList({ sources }: { sources: PracticeDetail['sources'] }) {
  const { t, date } = useI18n()
  if (sources.length === 0) return null
  return (
    <section className="measure" aria-labelledby="fonti">
      <h2 id="fonti">{t('practices.sources')}</h2>
      <ol className="source-list">
        {sources.map((source) => (
          <li key={source.key} id={`fonte-${source.key}`} value={Number(source.key.slice(1)) || undefined}>
            <a href={source.url} rel="external">
              <bdi>{source.title}</bdi> <Icon name="external-link" small />
            </a>
            {source.publisher && <bdi>. {source.publisher}</bdi>}
            {source.published_on &&
              `, ${source.published_on.length > 7 ? date(source.published_on) : monthOrYear(source.published_on, date)}`}
            {source.read_on && <span className="muted small"> · {t('practices.readOn', { date: date(source.read_on) })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** `2017-03` → March 2017, `2017` stays. */
const monthOrYear = (value: string, date: (day: string, style: Intl.DateTimeFormatOptions) => string): string =>
  value.length === 7 ? date(`${value}-15`, { month: 'long', year: 'numeric' }) : value
