import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { ErrorSummary, Field, type FieldErrors } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Modal } from './modal.tsx'
import { type Uploaded, uploadImage } from './upload-image.ts'

type ImageDialogProps = {
  editor: Editor
  close: () => void
  uploadUrl: string
  /** A picture that was dropped or pasted: only its description is asked. */
  file?: File
}

/** Adds a picture: it must be described for those who do not see it, or said to be decorative (EN 301 549, 11.8). */
export function ImageDialog({ editor, close, uploadUrl, file }: ImageDialogProps) {
  const { t } = useI18n()
  const [errors, setErrors] = useState<FieldErrors>()
  const [busy, setBusy] = useState(false)
  const [decorative, setDecorative] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = file ?? form.get('file')
    const alt = String(form.get('alt') ?? '').trim()
    const found: FieldErrors = {}
    if (!(chosen instanceof File) || chosen.size === 0) found.file = t('documents.editor.image.noFile')
    if (!decorative && alt === '') found.alt = t('documents.editor.image.noAlt')
    setErrors(found)
    if (Object.keys(found).length > 0 || !(chosen instanceof File)) return
    setBusy(true)
    const answer = await uploadImage(uploadUrl, chosen)
    setBusy(false)
    if ('problem' in answer) return setErrors({ file: answer.problem || t(`documents.editor.image.${answer.kind}`) })
    close()
    insert(editor, answer, decorative ? '' : alt, decorative)
  }
  return (
    <Modal title={t('documents.editor.action.image')} close={close}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary errors={errors} />
        {file ? (
          <p>{file.name}</p>
        ) : (
          <Field
            name="file"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
            label={t('documents.editor.image.file')}
            hint={t('documents.editor.image.fileHint')}
            error={errors?.file}
          />
        )}
        <Field
          name="alt"
          label={t('documents.editor.image.alt')}
          hint={t('documents.editor.image.altHint')}
          error={errors?.alt}
          maxLength={500}
          disabled={decorative}
        />
        <label className="check">
          <input type="checkbox" checked={decorative} onChange={(event) => setDecorative(event.target.checked)} />{' '}
          {t('documents.editor.image.decorative')}
        </label>
        <button type="submit" className="btn btn-primary" aria-disabled={busy || undefined}>
          {t(busy ? 'documents.editor.image.sending' : 'documents.editor.image.add')}
        </button>
      </form>
    </Modal>
  )
}

function insert(editor: Editor, { src, width, height }: Uploaded, alt: string, decorative: boolean): void {
  editor.chain().focus().insertContent({ type: 'image', attrs: { src, alt, decorative, width, height } }).run()
}
