import { Alert } from '#app/shared/ui/alert.tsx'
import { TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { SectionKey } from '../../schema/definitions.ts'

type PlainFormProps = {
  fields: { key: string; markdown: string }[]
  base: string
  textLang: string
  /** Somebody changed the text meanwhile: what was typed is kept here. */
  changed: boolean
  saved: boolean
  liveUrl: string
}

/** The draft as Markdown in plain fields, for those who write without JavaScript. */
export function PlainForm({ fields, base, textLang, changed, saved, liveUrl }: PlainFormProps) {
  const { t } = useI18n()
  return (
    <form method="post" className="stack">
      {saved && <Alert kind="success">{t('documents.editor.plain.saved')}</Alert>}
      {changed && <Alert kind="danger">{t('documents.editor.plain.changed')}</Alert>}
      <input type="hidden" name="base" value={base} />
      {fields.map(({ key, markdown }) => (
        <TextArea
          key={key}
          name={`text.${key}`}
          label={key === '' ? t('documents.editor.plain.text') : t(`documents.section.${key as SectionKey}`)}
          defaultValue={markdown}
          lang={textLang}
          rows={key === '' ? 30 : 10}
          maxLength={400_000}
        />
      ))}
      <div className="row-wrap">
        <button type="submit" className="btn btn-primary">
          {t('documents.editor.plain.save')}
        </button>
        <a href={liveUrl}>{t('documents.editor.plain.live')}</a>
      </div>
    </form>
  )
}
