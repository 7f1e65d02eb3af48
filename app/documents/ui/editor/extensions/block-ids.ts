import { combineTransactionSteps, Extension, getChangedRanges } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node as TextNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { blockAttributes, nodeDefinition } from '../../../schema/definitions.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Ten letters and digits: enough never to meet twice in one text. */
export function newBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % letters.length]).join('')
}

const carriesId = (node: TextNode) => nodeDefinition(node.type.name)?.attributes?.id === blockAttributes.id

/**
 * Gives each block written here an identity, by which translations and comments find it again. Only blocks touched by
 * a local change are looked at: what others write has its identity from them, and opening a text changes nothing.
 */
export const blockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('blockIds'),
      appendTransaction(transactions, before, state) {
        if (!transactions.some((one) => one.docChanged) || transactions.some(isChangeOrigin)) return null
        const { tr } = state
        for (const { newRange } of getChangedRanges(combineTransactionSteps(before.doc, [...transactions]))) {
          state.doc.nodesBetween(newRange.from, Math.min(newRange.to, state.doc.content.size), (node, position) => {
            if (carriesId(node) && !node.attrs.id) tr.setNodeAttribute(position, 'id', newBlockId())
          })
        }
        return tr.docChanged ? tr : null
      },
    }),
  ],
})
