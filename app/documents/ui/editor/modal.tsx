import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from '#app/shared/ui/icon.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

type ModalProps = { title: string; close: () => void; children: ReactNode }

/** A native dialog: the browser keeps the focus inside, closes on Escape and gives the focus back. */
export function Modal({ title, close, children }: ModalProps) {
  const { t } = useI18n()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const { current } = dialog
    if (!current || current.open) return
    current.showModal()
    // Without this the close button, which comes first, would have the focus.
    current.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  return (
    <dialog ref={dialog} className="editor-dialog" aria-labelledby={id} onClose={close}>
      <div className="editor-dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="tool" aria-label={t('documents.editor.close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}
