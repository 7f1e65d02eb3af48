import { ErrorSummary, Field, type Option, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'

export type FormAnswer = { errors: Record<string, string>; typed: Record<string, string> } | undefined
export type Values = Record<string, string>

type FormProps = { values: Values; answer: FormAnswer }

function Basics({ values, answer }: FormProps) {
  const { t } = useI18n()
  const errors = answer?.errors ?? {}
  return (
    <>
      <Field
        name="number"
        type="number"
        min={1}
        max={99}
        label={t('manual.form.number')}
        required
        defaultValue={values.number}
        error={errors.number}
      />
      <div className="side-by-side">
        <Field
          name="title_it"
          label={t('manual.form.titleIt')}
          required
          maxLength={160}
          defaultValue={values.title_it}
          error={errors.title_it}
        />
        <Field
          name="title_en"
          label={t('manual.form.titleEn')}
          lang="en"
          maxLength={160}
          defaultValue={values.title_en}
          error={errors.title_en}
        />
        <TextArea
          name="summary_it"
          label={t('manual.form.summaryIt')}
          required
          maxLength={400}
          defaultValue={values.summary_it}
          error={errors.summary_it}
        />
        <TextArea
          name="summary_en"
          label={t('manual.form.summaryEn')}
          lang="en"
          maxLength={400}
          defaultValue={values.summary_en}
          error={errors.summary_en}
        />
      </div>
    </>
  )
}

const trailOf = (desk: string, manual: string) => [
  { path: '/scrivania', label: desk },
  { path: '/scrivania/manuale', label: manual },
]

/** Starts a chapter. */
export function NewChapterPage({ programmes, answer }: { programmes: Option[]; answer: FormAnswer }) {
  const { t } = useI18n()
  return (
    <Page title={t('manual.desk.create')} lead={t('manual.form.newLead')} trail={trailOf(t('shared.desk'), t('manual.title'))}>
      <ErrorSummary errors={answer?.errors} />
      <form method="post">
        <Basics values={answer?.typed ?? {}} answer={answer} />
        <Select
          name="programme"
          label={t('manual.form.programme')}
          hint={t('manual.form.programmeHint')}
          options={[{ value: '', label: t('manual.form.noProgramme') }, ...programmes]}
          defaultValue={answer?.typed.programme ?? ''}
          error={answer?.errors.programme}
        />
        <button type="submit" className="btn btn-primary">
          {t('manual.form.create')}
        </button>
      </form>
    </Page>
  )
}

/** Number, titles, summaries and sources of a chapter. */
export function EditChapterPage({ title, values, answer }: FormProps & { title: string }) {
  const { t } = useI18n()
  const shown = answer?.typed ?? values
  const errors = answer?.errors ?? {}
  return (
    <Page title={title} titleLang="it" trail={trailOf(t('shared.desk'), t('manual.title'))}>
      <ErrorSummary errors={answer?.errors} />
      <form method="post">
        <Basics values={shown} answer={answer} />
        <TextArea
          name="sources_it"
          label={t('manual.form.sourcesIt')}
          hint={t('manual.form.sourcesHint')}
          rows={8}
          defaultValue={shown.sources_it}
          error={errors.sources_it}
        />
        <TextArea
          name="sources_en"
          label={t('manual.form.sourcesEn')}
          hint={t('manual.form.sourcesHint')}
          rows={8}
          lang="en"
          defaultValue={shown.sources_en}
          error={errors.sources_en}
        />
        <button type="submit" className="btn btn-primary">
          {t('manual.form.save')}
        </button>
      </form>
    </Page>
  )
}
