import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeyList } from '#app/shared/ui/key-list.tsx'
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
      <KeyList className="facts editor-keys" rows={rows} />
    </Modal>
  )
}
