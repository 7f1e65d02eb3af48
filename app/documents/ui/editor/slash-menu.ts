import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Suggestion } from '@tiptap/suggestion'
import { type Action, actions, type Dialog } from './actions.ts'
import { openList, type OptionList } from './option-list.ts'

type Words = { title: string; none: string; labelOf: (action: Action) => string }

/** Compares without accents or case: "citazione" is found by "CITA". */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()

/** Actions offered after "/", those first whose label begins with what was typed. */
export function slashActions(query: string, labelOf: (action: Action) => string, editor?: Editor): Action[] {
  const wanted = plain(query)
  const offered = actions.filter((action) => action.slash && !(editor && action.isPossible?.(editor) === false))
  const starts = (action: Action) => Number(plain(labelOf(action)).startsWith(wanted))
  return offered.filter((action) => plain(labelOf(action)).includes(wanted)).toSorted((one, other) => starts(other) - starts(one))
}

/**
 * "/" at the start of a line or after a space opens a list of what can be put here: arrows choose, Enter puts, Escape
 * closes. Others' typing never opens it.
 */
export const slashMenu = (words: Words, openDialog: (dialog: Dialog) => void) =>
  Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      let list: OptionList<Action> | undefined
      return [
        Suggestion<Action, Action>({
          editor: this.editor,
          pluginKey: new PluginKey('slashMenu'),
          char: '/',
          items: ({ query, editor }) => slashActions(query, words.labelOf, editor),
          shouldShow: ({ transaction }) => !isChangeOrigin(transaction),
          command: ({ editor, range, props: action }) => {
            editor.chain().focus().deleteRange(range).run()
            if (action.dialog) openDialog(action.dialog)
            else action.run?.(editor)
          },
          render: () => ({
            onStart: ({ editor, items, command, mount }) => {
              list = openList({ textbox: editor.view.dom, title: words.title, none: words.none, labelOf: words.labelOf, mount })
              list.show(items, command)
            },
            onUpdate: ({ items, command }) => list?.show(items, command),
            onKeyDown: ({ event }) => list?.press(event) ?? false,
            onExit: () => {
              list?.close()
              list = undefined
            },
          }),
        }),
      ]
    },
  })
