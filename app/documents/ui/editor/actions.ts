import type { Editor } from '@tiptap/react'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from '@tiptap/pm/tables'
import type { Command } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { CalloutKind } from '../../schema/definitions.ts'
import type { IconName } from '#app/shared/ui/icon.tsx'
import { insertTable } from './insert-table.ts'

export type Dialog = 'link' | 'image' | 'citation' | 'shortcuts'
export type ActionName =
  | 'undo'
  | 'redo'
  | 'bold'
  | 'italic'
  | 'strike'
  | 'code'
  | 'clear'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bulletList'
  | 'orderedList'
  | 'blockquote'
  | 'info'
  | 'warning'
  | 'example'
  | 'link'
  | 'image'
  | 'citation'
  | 'table'
  | 'rule'
  | 'addRow'
  | 'deleteRow'
  | 'addColumn'
  | 'deleteColumn'
  | 'headerRow'
  | 'deleteTable'
  | 'shortcuts'

export type TableAction = 'addRow' | 'deleteRow' | 'addColumn' | 'deleteColumn' | 'headerRow'

/** Something one can do with the text: the toolbar, the slash menu and the help read the same list. */
export type Action = {
  name: ActionName
  /** A letter or sign where the sprite has no icon. */
  sign: IconName | 'words' | { text: string }
  group: 'history' | 'words' | 'blocks' | 'insert' | 'table' | 'help'
  keys?: string
  run?: (editor: Editor) => boolean
  dialog?: Dialog
  isOn?: (editor: Editor) => boolean
  isPossible?: (editor: Editor) => boolean
  /** Also offered after typing "/". */
  slash?: true
}

const table = (command: Command) => (editor: Editor) =>
  editor
    .chain()
    .focus()
    .command(({ state, dispatch, view }) => command(state, dispatch, view))
    .run()

const text = (value: string) => ({ text: value })
const heading = (level: 2 | 3 | 4): Action => ({
  name: `heading${level}`,
  sign: text(`H${level}`),
  group: 'blocks',
  keys: `Mod+Alt+${level}`,
  slash: true,
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
  // A fixed section's own title is the second level.
  isPossible: (editor) => level > 2 || !editor.isActive('section'),
})

const callout = (kind: CalloutKind, sign: IconName): Action => ({
  name: kind,
  sign,
  group: 'blocks',
  slash: true,
  run: (editor) =>
    editor.isActive('callout', { kind })
      ? editor.chain().focus().lift('callout').run()
      : editor.isActive('callout')
        ? editor.chain().focus().updateAttributes('callout', { kind }).run()
        : editor.chain().focus().wrapIn('callout', { kind }).run(),
  isOn: (editor) => editor.isActive('callout', { kind }),
})

/** Stored by y-tiptap in the editor's state; absent before the text is bound. */
function undoable(editor: Editor, stack: 'undoStack' | 'redoStack'): boolean {
  const plugin = yUndoPluginKey.getState(editor.state) as { undoManager?: Record<typeof stack, unknown[]> } | undefined
  return (plugin?.undoManager?.[stack].length ?? 0) > 0
}

export const actions: readonly Action[] = [
  {
    name: 'undo',
    sign: text('↶'),
    group: 'history',
    keys: 'Mod+Z',
    run: (editor) => editor.chain().focus().undo().run(),
    isPossible: (editor) => undoable(editor, 'undoStack'),
  },
  {
    name: 'redo',
    sign: text('↷'),
    group: 'history',
    keys: 'Mod+Shift+Z',
    run: (editor) => editor.chain().focus().redo().run(),
    isPossible: (editor) => undoable(editor, 'redoStack'),
  },
  {
    name: 'bold',
    sign: text('B'),
    group: 'words',
    keys: 'Mod+B',
    run: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    name: 'italic',
    sign: text('I'),
    group: 'words',
    keys: 'Mod+I',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    name: 'strike',
    sign: text('S'),
    group: 'words',
    keys: 'Mod+Shift+S',
    run: (editor) => editor.chain().focus().toggleStrike().run(),
    isOn: (editor) => editor.isActive('strike'),
  },
  {
    name: 'code',
    sign: text('</>'),
    group: 'words',
    keys: 'Mod+E',
    run: (editor) => editor.chain().focus().toggleCode().run(),
    isOn: (editor) => editor.isActive('code'),
  },
  { name: 'link', sign: 'link', group: 'words', keys: 'Mod+K', dialog: 'link', isOn: (editor) => editor.isActive('link') },
  { name: 'clear', sign: text('⌫'), group: 'words', run: (editor) => editor.chain().focus().unsetAllMarks().setParagraph().run() },
  heading(2),
  heading(3),
  heading(4),
  {
    name: 'bulletList',
    sign: 'list',
    group: 'blocks',
    keys: 'Mod+Shift+8',
    slash: true,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    name: 'orderedList',
    sign: text('1.'),
    group: 'blocks',
    keys: 'Mod+Shift+7',
    slash: true,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    name: 'blockquote',
    sign: text('❝'),
    group: 'blocks',
    keys: 'Mod+Shift+B',
    slash: true,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
  callout('info', 'info-circle'),
  callout('warning', 'warning-circle'),
  callout('example', 'note'),
  { name: 'image', sign: 'camera', group: 'insert', dialog: 'image', slash: true },
  { name: 'citation', sign: 'files', group: 'insert', dialog: 'citation', slash: true },
  {
    name: 'table',
    sign: text('▦'),
    group: 'insert',
    slash: true,
    run: table(insertTable),
    isPossible: (editor) => !editor.isActive('table'),
  },
  { name: 'rule', sign: 'minus', group: 'insert', slash: true, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  { name: 'addRow', sign: 'words', group: 'table', run: table(addRowAfter) },
  { name: 'deleteRow', sign: 'words', group: 'table', run: table(deleteRow) },
  { name: 'addColumn', sign: 'words', group: 'table', run: table(addColumnAfter) },
  { name: 'deleteColumn', sign: 'words', group: 'table', run: table(deleteColumn) },
  { name: 'headerRow', sign: 'words', group: 'table', run: table(toggleHeaderRow) },
  { name: 'deleteTable', sign: 'delete', group: 'table', run: table(deleteTable) },
  { name: 'shortcuts', sign: 'help-circle', group: 'help', keys: '?', dialog: 'shortcuts' },
]

/** "Mod+B" as this machine's keyboard writes it. */
export const keysFor = (keys: string): string =>
  typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform)
    ? keys.replace('Mod', '⌘').replace('Alt', '⌥').replace('Shift', '⇧').replaceAll('+', '')
    : keys.replace('Mod', 'Ctrl')
