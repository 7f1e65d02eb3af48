import { Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'
import { Page } from '#app/shared/ui/page.tsx'

type Props = {
  /** What is stored; nothing for a new term. */
  known: Record<string, string> | undefined
  answer: { errors: Record<string, string>; typed: Record<string, string> } | undefined
  removable: boolean
}

/** One term: its names, definitions, and the words people type for it. */
export function GlossaryTermPage({ known, answer, removable }: Props) {
  const { t } = useI18n()
  const title = known?.name_it ?? t('glossary.desk.new')
  const trail = [
    { path: '/scrivania', label: t('shared.desk') },
    { path: '/scrivania/glossario', label: t('glossary.desk.title') },
  ]
  return (
    <Page title={title} titleLang={known ? 'it' : undefined} trail={trail}>
      <KeptForm answer={answer} known={known ?? {}} className="stack">
        <div className="side-by-side">
          <Field name="name_it" label={t('glossary.form.nameIt')} hint={t('glossary.form.nameHint')} lang="it" required maxLength={120} />
          <Field name="name_en" label={t('glossary.form.nameEn')} lang="en" required maxLength={120} />
          <TextArea name="definition_it" label={t('glossary.form.definitionIt')} lang="it" rows={4} maxLength={600} />
          <TextArea name="definition_en" label={t('glossary.form.definitionEn')} lang="en" rows={4} maxLength={600} />
        </div>
        <TextArea name="also" label={t('glossary.form.also')} hint={t('glossary.form.alsoHint')} rows={5} />
        <div className="row-wrap">
          <button type="submit" name="act" value="save" className="btn btn-primary">
            {t('glossary.form.save')}
          </button>
          {removable && (
            <button type="submit" name="act" value="remove" className="btn btn-outline-danger" formNoValidate>
              {t('glossary.form.remove')}
            </button>
          )}
        </div>
      </KeptForm>
    </Page>
  )
}
