import { Collaboration, type CollaborationOptions } from '@tiptap/extension-collaboration'
import type { Extension } from '@tiptap/core'
import { type Plugin, Selection } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** What the binding remembers of a selection while it draws: nothing to go back to. */
const nowhere = { type: 'text', anchor: null, head: null, absAnchor: null, absHead: null }

/**
 * Binds the editor to a shared text. The first drawing replaces whatever the editor held, and would put the numbers of
 * its selection on the new text: they may point between two blocks there, when the text is another by now (it came
 * from this device a moment before the server's) or starts with a picture. The caret starts at the beginning instead.
 */
export const sharedText: Extension<CollaborationOptions> = Collaboration.extend({
  addProseMirrorPlugins(): Plugin[] {
    const plugins = this.parent?.() ?? []
    const sync = plugins.find((plugin) => plugin.spec.key === ySyncPluginKey)
    const draw = sync?.spec.view
    if (!sync || !draw) throw new Error('the plugin that draws the shared text is not where it was')
    sync.spec.view = (view) => {
      const { binding } = ySyncPluginKey.getState(view.state) as { binding: { beforeTransactionSelection: object | null } }
      binding.beforeTransactionSelection = nowhere
      const drawn = draw.call(sync, view)
      binding.beforeTransactionSelection = null
      const { tr } = view.state
      view.dispatch(tr.setSelection(Selection.atStart(tr.doc)).setMeta('addToHistory', false))
      return drawn
    }
    return plugins
  },
})
