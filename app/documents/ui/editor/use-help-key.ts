import { useEffect } from 'react'
import type { Dialog } from './actions.ts'

/** "?" opens the help wherever one is not writing. */
export function useHelpKey(openDialog: (kind: Dialog) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const writing =
        target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
      if (event.key !== '?' || writing || document.querySelector('dialog[open]')) return
      event.preventDefault()
      openDialog('shortcuts')
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [openDialog])
}
