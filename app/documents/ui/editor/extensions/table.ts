import { Extension, Node } from '@tiptap/core'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'

/** Tables scroll sideways in their own box on narrow screens, as in the reading view. */
export const table = Node.create({
  name: 'table',
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    { class: 'table-responsive' },
    ['table', { ...HTMLAttributes, class: 'table' }, ['tbody', 0]],
  ],
})

export const tableRow = Node.create({
  name: 'tableRow',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

export const tableHeader = Node.create({
  name: 'tableHeader',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
  addAttributes: () => ({ colwidth: { default: null, rendered: false, parseHTML: () => undefined } }),
})

export const tableCell = Node.create({
  name: 'tableCell',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
  addAttributes: () => ({ colwidth: { default: null, rendered: false, parseHTML: () => undefined } }),
})

/** Selecting cells, repairing uneven rows, Tab between cells (Escape always leaves the text: no keyboard trap). */
export const tableKeys = Extension.create({
  name: 'tableKeys',
  // Before the lists' Tab: inside a cell, Tab moves on.
  priority: 200,
  addKeyboardShortcuts() {
    const move = (direction: 1 | -1) => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch)
    return { Tab: move(1), 'Shift-Tab': move(-1) }
  },
  addProseMirrorPlugins: () => [tableEditing()],
})
