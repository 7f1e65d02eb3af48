import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import { OPEN_LICENCE, type openFields } from '../open-data.ts'

type Props = { records: number; updatedAt: Date | string | null; fields: readonly (typeof openFields)[number][] }

const files = ['csv', 'json', 'geojson'] as const

/** What can be downloaded, under which licence, and what each column means. */
export function OpenDataView({ records, updatedAt, fields }: Props) {
  const { t, date } = useI18n()
  return (
    <Page title={t('practices.data.title')} lead={t('practices.data.lead')}>
      <section className="measure stack" aria-labelledby="files">
        <h2 id="files">{t('practices.data.files', { n: records })}</h2>
        <p className="row-wrap">
          {files.map((format) => (
            <a key={format} className="btn btn-outline-primary" href={`/dati-aperti/buone-pratiche.${format}`} download>
              <Icon name="download" small />{' '}
              {t('practices.data.download', { format: format === 'geojson' ? 'GeoJSON' : format.toUpperCase() })}
            </a>
          ))}
        </p>
        <p>
          {t('practices.licence')} <a href={OPEN_LICENCE.url}>{OPEN_LICENCE.name}</a>
          {updatedAt && ` · ${t('practices.updated', { date: date(updatedAt) })}`}
        </p>
        <p>{t('practices.data.what')}</p>
        <p>
          {t('practices.data.api')} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
        </p>
      </section>
      <section>
        <h2 id="dictionary">{t('practices.data.dictionary')}</h2>
        <div className="table-scroll" role="region" aria-labelledby="dictionary" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('practices.data.column')}</th>
                <th scope="col">{t('practices.data.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">
                    <code>{field}</code>
                  </th>
                  <td>{t(`practices.column.${field}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </Page>
  )
}
