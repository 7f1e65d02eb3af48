import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { AreaRow as Row, MapPageData } from '../map-page.server.ts'

/** The map as a table: every area with something in it, the region as a whole, and what lies outside. */
export function MapTable({ page }: { page: MapPageData }) {
  const { t } = useI18n()
  const { tuscany } = page
  return (
    <div>
      <table className="table map-table">
        <caption>{t('practices.map.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`practices.map.level.${page.level}`)}</th>
            <th scope="col">{t('practices.map.count')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <AreaRow key={row.id} row={row} />
          ))}
        </tbody>
        {tuscany && (
          <tbody>
            <AreaRow row={{ ...tuscany, name: t('practices.map.wholeRegion', { name: tuscany.name }) }} />
          </tbody>
        )}
        {page.outside.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={2} className="map-group">
                {t('practices.map.outside')}
              </th>
            </tr>
            {page.outside.map((row) => (
              <AreaRow key={row.id} row={row.id === 'paese:IT' ? { ...row, name: t('practices.map.otherRegions') } : row} />
            ))}
          </tbody>
        )}
      </table>
      {tuscany && tuscany.regionWide !== null && tuscany.regionWide > 0 && (
        <p className="small mb-0">{t('practices.map.regionWide', { n: tuscany.regionWide })}</p>
      )}
      <p className="small muted">{t('practices.map.more')}</p>
    </div>
  )
}

function AreaRow({ row }: { row: Row }) {
  const { href, number } = useI18n()
  return (
    <tr className={row.chosen ? 'chosen' : undefined}>
      <th scope="row">{row.count > 0 ? <a href={href(row.path)}>{row.name}</a> : row.name}</th>
      <td>{number(row.count)}</td>
    </tr>
  )
}
