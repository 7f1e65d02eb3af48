import type { Editor } from '@tiptap/react'
import { useCallback, useRef, useSyncExternalStore } from 'react'

/**
 * Something read from the editor, redrawn when it changes by value. (Tiptap's own useEditorState waits for the first
 * transaction after an editor appears; here the change from none to one counts.)
 */
export function useEditorValue<T>(editor: Editor | null, read: (editor: Editor | null) => T): T {
  const last = useRef<{ text: string; value: T }>()
  const subscribe = useCallback(
    (listener: () => void) => {
      editor?.on('transaction', listener)
      return () => void editor?.off('transaction', listener)
    },
    [editor],
  )
  const snapshot = () => {
    const value = read(editor)
    const text = JSON.stringify(value)
    if (!last.current || last.current.text !== text) last.current = { text, value }
    return last.current.value
  }
  return useSyncExternalStore(subscribe, snapshot, snapshot)
}
