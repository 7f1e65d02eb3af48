import type { ReactNode } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { wordsOf } from '../reading/text-of.ts'
import { isBlank } from '../schema/content.ts'
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
  // Named by its first row, so that two tables of a page are told apart.
  const words = (first?.content ?? [])
    .map(wordsOf)
    .filter((text) => text.trim() !== '')
    .join(', ')
    .slice(0, 120)
  return (
    <div className="table-responsive" role="region" aria-label={`${t('documents.table')}: ${words}`} tabIndex={0}>
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
        // A header cell without words heads nothing: the corner of a table with headings on two sides.
        const Cell = cell.type === 'tableHeader' && !isBlank(cell.content ?? []) ? 'th' : 'td'
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
