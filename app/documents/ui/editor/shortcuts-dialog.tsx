import { useI18n } from '#app/shared/ui/i18n.tsx'
import { actions, keysFor } from './actions.ts'
import { Modal } from './modal.tsx'

/** What the keyboard can do here; opened with "?" outside the text. */
export function ShortcutsDialog({ close }: { close: () => void }) {
  const { t } = useI18n()
  const rows: [string, string][] = [
    ['Esc', t('documents.editor.keys.escape')],
    ['Alt+F10', t('documents.editor.keys.toolbar')],
    ['/', t('documents.editor.keys.slash')],
    ['Tab', t('documents.editor.keys.tab')],
    ...actions.flatMap((action): [string, string][] =>
      action.keys ? [[keysFor(action.keys), t(`documents.editor.action.${action.name}`)]] : [],
    ),
  ]
  return (
    <Modal title={t('documents.editor.action.shortcuts')} close={close}>
      <dl className="facts editor-keys">
        {rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
