import { Node } from '@tiptap/core'
import type { Node as TextNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isChangeOrigin } from '@tiptap/extension-collaboration'

/** The fixed frame of a text: its sections in order, and how many blocks stand outside them. */
function frameOf(doc: TextNode): { keys: string; loose: number } {
  const keys: string[] = []
  let loose = 0
  doc.forEach((node) => {
    if (node.type.name === 'section') keys.push(String(node.attrs.key))
    else loose += 1
  })
  return { keys: keys.join(), loose }
}

/** True when a change keeps every section where it is and adds nothing outside them. Texts without sections are free. */
export function keepsSections(before: TextNode, after: TextNode): boolean {
  const old = frameOf(before)
  if (old.keys === '') return frameOf(after).keys === ''
  const next = frameOf(after)
  return next.keys === old.keys && next.loose <= old.loose
}

const mayPass = (transaction: Transaction) =>
  !transaction.docChanged || isChangeOrigin(transaction) || keepsSections(transaction.before, transaction.doc)

/**
 * A fixed part of a practice sheet or of a session. Its title is shown, not stored, in the reader's language; it is
 * never parsed from pasted text and no local change may remove, repeat or reorder it.
 */
export const section = Node.create<{ titleOf: (key: string) => string; titleLang: string }>({
  name: 'section',
  addOptions: () => ({ titleOf: (key) => key, titleLang: 'it' }),
  parseHTML: () => [],
  addAttributes: () => ({ key: { default: null, rendered: false, parseHTML: () => undefined } }),
  renderHTML: ({ node, HTMLAttributes }) => ['section', { ...HTMLAttributes, 'data-section': node.attrs.key }, 0],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('section')
      const heading = document.createElement('h2')
      const contentDOM = document.createElement('div')
      heading.textContent = this.options.titleOf(String(node.attrs.key))
      heading.lang = this.options.titleLang
      heading.dir = 'auto'
      heading.contentEditable = 'false'
      dom.dataset.section = String(node.attrs.key)
      dom.append(heading, contentDOM)
      // The title is ours: edits of it by the browser are not edits of the text.
      return { dom, contentDOM, ignoreMutation: (record) => heading.contains(record.target) }
    }
  },
  addKeyboardShortcuts() {
    return {
      // "Select all" selects the section first, so that deleting it does something and stays inside.
      'Mod-a': ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.depth < 2 || $from.node(1).type !== this.type) return false
        const selection = TextSelection.between(editor.state.doc.resolve($from.start(1)), editor.state.doc.resolve($from.end(1)))
        if (selection.eq(editor.state.selection)) return false
        return editor.commands.setTextSelection({ from: selection.from, to: selection.to })
      },
    }
  },
  addProseMirrorPlugins: () => [new Plugin({ key: new PluginKey('fixedSections'), filterTransaction: mayPass })],
})
