import { Extension } from '@tiptap/core'

/**
 * The way out for the keyboard, since Tab works inside tables and lists: Escape or Alt+F10 go to the toolbar, from
 * where Tab goes on through the page. Comes after everything else that uses Escape.
 */
export const leaveText = (toToolbar: () => void, askLink: () => void) => {
  const leave = () => {
    toToolbar()
    return true
  }
  const link = () => {
    askLink()
    return true
  }
  return Extension.create({
    name: 'leaveText',
    priority: 50,
    addKeyboardShortcuts: () => ({ Escape: leave, 'Alt-F10': leave, 'Mod-k': link }),
  })
}
