import { Field, type FieldErrors, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { participantLanguageNames, type ParticipantLang } from '../../participant-languages.ts'
import type { ProcessRefusal } from '../change-process.server.ts'
import type { DeskProcessData } from '../desk-page.queries.server.ts'

export type DeskPart = { data: DeskProcessData; words: ParticipantLang; refused: ProcessRefusal | undefined }

/** What a form shows: what was typed when it was refused, else what is stored. `form` is its intent, with the id of its row. */
export function filled(refused: ProcessRefusal | undefined, form: string, stored: Record<string, string>) {
  const mine = refused?.form === form ? refused : undefined
  return { values: mine?.typed ?? stored, errors: (mine?.errors ?? {}) as FieldErrors }
}

export function SaveButton({ intent, label, about }: { intent: string; label: string; about?: string }) {
  return (
    <button type="submit" className="btn btn-outline-primary btn-sm" name="intent" value={intent}>
      {label}
      {about && <span className="visually-hidden"> {about}</span>}
    </button>
  )
}

/** The label of a field in the language one writes in. */
export function useLabelIn(words: ParticipantLang): (label: string) => string {
  const { t } = useI18n()
  return (label) => t('codesign.desk.labelIn', { label, language: participantLanguageNames[words] })
}

/** Said where a translation waits for somebody who speaks the language. */
export function ToReview({ when }: { when: boolean | undefined }) {
  const { t } = useI18n()
  return when ? <p className="tag tag-example">{t('codesign.desk.toReview')}</p> : null
}

export function TextForm({ data, words, refused }: DeskPart) {
  const { t } = useI18n()
  const labelIn = useLabelIn(words)
  const text = data.texts.find(({ lang }) => lang === words)
  const { values, errors } = filled(refused, 'text', {
    title: text?.title ?? '',
    summary: text?.summary ?? '',
    purpose: text?.purpose ?? '',
  })
  return (
    <form method="post">
      <ToReview when={text?.toReview} />
      <input type="hidden" name="lang" value={words} />
      <Field
        name="title"
        id="f-text-title"
        label={labelIn(t('codesign.desk.name'))}
        lang={words}
        required
        maxLength={160}
        defaultValue={values.title}
        error={errors.title}
      />
      <TextArea
        name="summary"
        id="f-text-summary"
        label={labelIn(t('codesign.desk.summaryLine'))}
        lang={words}
        maxLength={300}
        defaultValue={values.summary}
        error={errors.summary}
      />
      <TextArea
        name="purpose"
        id="f-text-purpose"
        label={labelIn(t('codesign.process.purpose'))}
        lang={words}
        maxLength={2000}
        defaultValue={values.purpose}
        error={errors.purpose}
      />
      <SaveButton intent="text" label={t('codesign.desk.save')} about={t('codesign.desk.words')} />
    </form>
  )
}

export function FactsForm({ data, refused }: DeskPart) {
  const { t } = useI18n()
  const { process, bodies, place } = data
  const stored = {
    starts_on: process.startsOn ?? '',
    ends_on: process.endsOn ?? '',
    promoter_id: process.promoterId ?? '',
    territory: place,
    keep_months: String(process.keepMonths),
  }
  const { values, errors } = filled(refused, 'facts', stored)
  return (
    <form method="post">
      <div className="side-by-side">
        <Field
          name="starts_on"
          id="f-facts-starts"
          type="date"
          label={t('codesign.desk.startsOn')}
          defaultValue={values.starts_on}
          error={errors.starts_on}
        />
        <Field
          name="ends_on"
          id="f-facts-ends"
          type="date"
          label={t('codesign.desk.endsOn')}
          defaultValue={values.ends_on}
          error={errors.ends_on}
        />
      </div>
      <Select
        name="promoter_id"
        id="f-facts-promoter"
        label={t('codesign.process.promoter')}
        options={[{ value: '', label: t('codesign.desk.nobody') }, ...bodies]}
        defaultValue={values.promoter_id}
        error={errors.promoter_id}
      />
      <Field
        name="territory"
        id="f-facts-place"
        label={t('codesign.process.place')}
        hint={t('codesign.desk.placeHint')}
        defaultValue={values.territory}
        error={errors.territory}
      />
      <Field
        name="keep_months"
        id="f-facts-keep"
        type="number"
        min={1}
        max={120}
        label={t('codesign.desk.keepMonths')}
        hint={t('codesign.desk.keepHint')}
        defaultValue={values.keep_months}
        error={errors.keep_months}
      />
      <SaveButton intent="facts" label={t('codesign.desk.save')} about={t('codesign.desk.facts')} />
    </form>
  )
}
