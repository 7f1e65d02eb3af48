import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '#app/shared/ui/icon.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

type PanelProps = { id: string; side: 'start' | 'end'; title: string; open: boolean; close: () => void; children: ReactNode }

/**
 * Beside the page on wide screens; below 1100 px a sheet that a button opens and Escape closes. Without JavaScript it
 * simply stands after the text.
 */
export function EditorPanel({ id, side, title, open, close, children }: PanelProps) {
  const { t } = useI18n()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open) panel.current?.focus()
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) close()
  }
  return (
    // Escape closes the panel from wherever the focus is in it; every control keeps its own keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      id={id}
      className={`editor-panel panel-${side}${open ? ' is-open' : ''}`}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={onKeyDown}
    >
      <div className="editor-panel-head">
        <h2>{title}</h2>
        <button type="button" className="tool only-narrow" aria-label={t('documents.editor.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </aside>
  )
}
