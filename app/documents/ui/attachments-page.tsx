import { Alert } from '#app/shared/ui/alert.tsx'
import { ErrorSummary, Field, type FieldErrors } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import { type Attachment, mostAttachments } from '../attachments/attachment.ts'
import { AttachmentLink } from './attachment-list.tsx'

export type AttachmentsProps = {
  attachments: readonly Attachment[]
  done: 'added' | 'renamed' | 'moved' | 'removed' | undefined
  /** The form that was refused: `new`, or the file it was about. */
  refused: { about: string; errors: FieldErrors; typed: Record<string, string> } | undefined
}

/** The files of a draft: add, name in two languages, order, remove. Plain forms; the file is read by the server. */
export function AttachmentsPage({ attachments, done, refused }: AttachmentsProps) {
  const { t } = useI18n()
  const adding = refused?.about === 'new' ? refused : undefined
  return (
    <div className="stack">
      {done && <Alert kind="success">{t(`documents.attachments.done.${done}`)}</Alert>}
      <ErrorSummary errors={refused && underIds(refused)} />
      {attachments.length === 0 ? (
        <p>{t('documents.attachments.none')}</p>
      ) : (
        <ol className="plain stack">
          {attachments.map((attachment, at) => (
            <li key={attachment.fileId} className="card-box">
              <Row
                attachment={attachment}
                first={at === 0}
                last={at === attachments.length - 1}
                refused={refused?.about === attachment.fileId ? refused : undefined}
              />
            </li>
          ))}
        </ol>
      )}
      {attachments.length < mostAttachments && (
        <section aria-labelledby="add-file">
          <h2 id="add-file">{t('documents.attachments.add')}</h2>
          <form method="post" encType="multipart/form-data" className="measure">
            <Titles id="new" typed={adding?.typed ?? {}} errors={adding?.errors ?? {}} />
            <Field
              id="f-new-file"
              name="file"
              type="file"
              label={t('documents.attachments.file')}
              hint={t('documents.attachments.fileHint')}
              error={adding?.errors.file}
              accept=".pdf,.docx,.odt,.xlsx,.ods,.jpg,.jpeg,.png"
              required
            />
            <button type="submit" name="intent" value="add" className="btn btn-primary">
              {t('documents.attachments.add')}
            </button>
          </form>
        </section>
      )}
    </div>
  )
}

/** The summary links to fields by their ids, which carry the file they are about. */
const underIds = ({ about, errors }: NonNullable<AttachmentsProps['refused']>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, message]) => [`${about}-${name}`, message]))

type Typed = { title_it?: string; title_en?: string }

function Titles({ id, typed, errors }: { id: string; typed: Typed; errors: FieldErrors }) {
  const { t } = useI18n()
  return (['it', 'en'] as const).map((lang) => (
    <Field
      key={lang}
      id={`f-${id}-title_${lang}`}
      name={`title_${lang}`}
      label={t(`documents.attachments.name.${lang}`)}
      lang={lang}
      error={errors[`title_${lang}`]}
      defaultValue={typed[`title_${lang}`] ?? ''}
      required={lang === 'it'}
      maxLength={200}
    />
  ))
}

type RowProps = { attachment: Attachment; first: boolean; last: boolean; refused: AttachmentsProps['refused'] }

function Row({ attachment, first, last, refused }: RowProps) {
  const { t } = useI18n()
  const fields = { file: attachment.fileId }
  const about = attachment.title_it
  return (
    <>
      <p>
        <AttachmentLink attachment={attachment} />
      </p>
      <details open={refused !== undefined || undefined}>
        <summary>
          {t('documents.attachments.rename')} <span className="visually-hidden">{about}</span>
        </summary>
        <form method="post">
          <input type="hidden" name="file" value={attachment.fileId} />
          <Titles id={attachment.fileId} typed={refused?.typed ?? attachment} errors={refused?.errors ?? {}} />
          <button type="submit" name="intent" value="rename" className="btn btn-outline-primary btn-sm">
            {t('documents.attachments.saveName')}
          </button>
        </form>
      </details>
      <div className="row-wrap mt-3">
        {!first && <PostButton intent="up" label={t('documents.attachments.up')} about={about} fields={fields} />}
        {!last && <PostButton intent="down" label={t('documents.attachments.down')} about={about} fields={fields} />}
        <PostButton intent="remove" label={t('documents.attachments.remove')} about={about} fields={fields} />
      </div>
    </>
  )
}
