import { Fragment, type ResolvedPos, type Schema } from '@tiptap/pm/model'
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

/** Where blocks may go: in place of the caret's empty paragraph, else after the nearest block that allows it. */
function placeFor($from: ResolvedPos, content: Fragment): { from: number; to: number } | undefined {
  const { depth, parent } = $from
  const index = $from.index(depth - 1)
  if (parent.content.size === 0 && $from.node(depth - 1).canReplace(index, index + 1, content))
    return { from: $from.before(), to: $from.after() }
  for (let above = depth; above > 0; above--) {
    const after = $from.indexAfter(above - 1)
    if ($from.node(above - 1).canReplace(after, after, content)) return { from: $from.after(above), to: $from.after(above) }
  }
  return undefined
}

/** Puts a table at the caret, with a line below to go on writing, and the caret in its first cell. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (!$from.parent.isTextblock || $from.depth === 0) return false
  const content = Fragment.from([emptyTable(state.schema), state.schema.nodes.paragraph!.create()])
  const place = placeFor($from, content)
  if (!place) return false
  if (dispatch) {
    const { tr } = state
    tr.replaceWith(place.from, place.to, content)
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place.from + 1))).scrollIntoView())
  }
  return true
}
