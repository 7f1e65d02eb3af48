import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { NodeJson } from '../schema/json.ts'
import { languageOf } from './reading-context.ts'

type RenderCell = (blocks: NodeJson[] | undefined) => ReactNode

/** A table whose header cells say what they head; it scrolls by itself on a narrow screen, with the keyboard too. */
export function TableView({ node, cell }: { node: NodeJson; cell: RenderCell }) {
  const { t } = useI18n()
  const rows = node.content ?? []
  const [first, ...others] = rows
  const hasHead = first?.content?.every((cell) => cell.type === 'tableHeader') ?? false
  const body = hasHead ? others : rows
  return (
    <div className="table-responsive" role="region" aria-label={t('documents.table')} tabIndex={0}>
      <table className="table" {...languageOf(node)}>
        {hasHead && first && (
          <thead>
            <Row row={first} scope="col" cell={cell} />
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <Row key={index} row={row} scope="row" cell={cell} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const span = (value: unknown) => (typeof value === 'number' && value > 1 ? value : undefined)

function Row({ row, scope, cell: render }: { row: NodeJson; scope: 'row' | 'col'; cell: RenderCell }) {
  return (
    <tr>
      {row.content?.map((cell, index) => {
        const Cell = cell.type === 'tableHeader' ? 'th' : 'td'
        const spans = { colSpan: span(cell.attrs?.colspan), rowSpan: span(cell.attrs?.rowspan) }
        return (
          <Cell key={index} {...spans} {...languageOf(cell)} {...(Cell === 'th' && { scope })}>
            {render(cell.content)}
          </Cell>
        )
      })}
    </tr>
  )
}
