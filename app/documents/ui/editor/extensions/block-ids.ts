import { combineTransactionSteps, Extension, getChangedRanges } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { isAligned, newBlockId } from '../../../schema/block-ids.ts'

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
            if (isAligned(node.type.name) && !node.attrs.id) tr.setNodeAttribute(position, 'id', newBlockId())
          })
        }
        return tr.docChanged ? tr : null
      },
    }),
  ],
})
