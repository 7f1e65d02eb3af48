import { useI18n } from '#app/shared/ui/i18n.tsx'

type BarTableProps = {
  rows: { id: string; name: string; records: number }[]
  first: string
  second: string
  /** The list behind a number: each figure opens its rows. */
  hrefOf: (id: string) => string
}

/** A table of counts with a bar beside each number; the bar is decoration, the number is the fact. */
export function BarTable({ rows, first, second, hrefOf }: BarTableProps) {
  const { number } = useI18n()
  const most = Math.max(1, ...rows.map((row) => row.records))
  return (
    <table className="table measure bar-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.records > 0 ? <a href={hrefOf(row.id)}>{row.name}</a> : row.name}</th>
            <td>
              <span className="bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * row.records) / most} height="10" />
                </svg>
                {number(row.records)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
