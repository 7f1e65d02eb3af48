import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { Field } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { linkAddress } from './link-address.ts'
import { Modal } from './modal.tsx'

/** Makes, changes or removes a link. The address must be on the allow-list; without selected words it asks for some. */
export function LinkDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useI18n()
  const [error, setError] = useState<string>()
  const current = String(editor.getAttributes('link').href ?? '')
  const needsWords = editor.state.selection.empty && current === ''

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const href = linkAddress(String(form.get('href')))
    if (href === undefined) return setError(t('documents.editor.link.error'))
    const words = String(form.get('words') ?? '').trim() || href
    close()
    if (needsWords)
      editor
        .chain()
        .focus()
        .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
        .run()
    else editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
  }
  const remove = () => {
    close()
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
  }
  return (
    <Modal title={t('documents.editor.action.link')} close={close}>
      <form onSubmit={submit} noValidate>
        <Field
          name="href"
          label={t('documents.editor.link.address')}
          hint={t('documents.editor.link.hint')}
          error={error}
          defaultValue={current}
          inputMode="url"
          autoComplete="off"
          maxLength={2000}
          dir="ltr"
        />
        {needsWords && <Field name="words" label={t('documents.editor.link.words')} maxLength={300} />}
        <div className="row-wrap">
          <button type="submit" className="btn btn-primary">
            {t('documents.editor.link.save')}
          </button>
          {current !== '' && (
            <button type="button" className="btn btn-outline-primary" onClick={remove}>
              {t('documents.editor.link.remove')}
            </button>
          )}
        </div>
      </form>
    </Modal>
  )
}
