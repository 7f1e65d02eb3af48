import { Fragment, type Schema } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'

/** Three columns: a row of headers, so that every table says what its columns are, and two of cells. */
function emptyTable({ nodes }: Schema) {
  const row = (type: 'tableHeader' | 'tableCell') =>
    nodes.tableRow!.create(
      null,
      Array.from({ length: 3 }, () => nodes[type]!.createAndFill()!),
    )
  return nodes.table!.create(null, [row('tableHeader'), row('tableCell'), row('tableCell')])
}

/**
 * Puts a table where the caret's paragraph is (in its place when it is empty, else after it) with a line below to go
 * on writing, and the caret in its first cell.
 */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  const block = $from.node($from.depth)
  if (!block.isTextblock || $from.depth === 0) return false
  const isEmpty = block.content.size === 0
  const at = isEmpty ? $from.before() : $from.after()
  const isLast = $from.index($from.depth - 1) === $from.node($from.depth - 1).childCount - 1
  const table = emptyTable(state.schema)
  const content = Fragment.from(isLast ? [table, state.schema.nodes.paragraph!.create()] : [table])
  const index = $from.index($from.depth - 1) + (isEmpty ? 0 : 1)
  if (!$from.node($from.depth - 1).canReplace(index, isEmpty ? index + 1 : index, content)) return false
  if (dispatch) {
    const { tr } = state
    tr.replaceWith(at, isEmpty ? $from.after() : at, content)
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
  }
  return true
}
