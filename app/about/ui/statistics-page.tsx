import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { Statistics } from '../statistics.ts'
import { BarTable } from './bar-table.tsx'

function Block({ id, title, note, children }: { id: string; title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-5">
      <h2 id={id}>{title}</h2>
      {children}
      {note && <p className="muted small">{note}</p>}
    </section>
  )
}

function TypeTable({ types }: { types: Statistics['types'] }) {
  const { t, number } = useI18n()
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="by-type">
      <table className="table measure">
        <thead>
          <tr>
            <th scope="col">{t('about.statistics.type')}</th>
            <th scope="col">{t('about.statistics.total')}</th>
            <th scope="col">{t('about.statistics.inItalian')}</th>
            <th scope="col">{t('about.statistics.inEnglish')}</th>
          </tr>
        </thead>
        <tbody>
          {types.map((row) => (
            <tr key={row.type}>
              <th scope="row">{t(`about.type.${row.type}`)}</th>
              <td>{number(row.total)}</td>
              <td>{number(row.it)}</td>
              <td>{number(row.en)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Aggregate counts of what is public, as tables with bars; nothing about visitors. */
export function StatisticsPage({ statistics, countedAt }: { statistics: Statistics; countedAt: string }) {
  const { t, date, href } = useI18n()
  const practices = (parameter: string) => (id: string) => href(`/buone-pratiche?${parameter}=${encodeURIComponent(id)}`)
  return (
    <Page title={t('about.statistics.title')} lead={t('about.statistics.lead')}>
      <Block id="by-type" title={t('about.statistics.byType')}>
        <TypeTable types={statistics.types} />
      </Block>
      <Block id="by-theme" title={t('about.statistics.byTheme')} note={t('about.statistics.manyThemes')}>
        <BarTable
          rows={statistics.themes}
          first={t('about.statistics.theme')}
          second={t('about.statistics.count')}
          hrefOf={practices('theme')}
        />
      </Block>
      <Block id="by-province" title={t('about.statistics.byProvince')} note={t('about.statistics.manyPlaces')}>
        <BarTable
          rows={statistics.provinces}
          first={t('about.statistics.province')}
          second={t('about.statistics.count')}
          hrefOf={practices('territory')}
        />
      </Block>
      <p className="muted small mt-5 mb-0">
        {t('about.statistics.countedOn', { date: date(countedAt, { dateStyle: 'long', timeStyle: 'short' }) })}
      </p>
    </Page>
  )
}
