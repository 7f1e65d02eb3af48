import { Choices, ErrorSummary, Field, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PageChoices } from '../form-choices.server.ts'
import type { PracticeError, Typed } from '../practice-form.ts'
import { obligatorySections, practiceSections, practiceTypes } from '../practice.ts'
import { fieldLabels } from './field-labels.ts'
import { NameInputs, SourceInputs } from './repeated-inputs.tsx'

type Props = {
  choices: PageChoices
  typed: Typed
  problems?: Record<string, PracticeError>
  /** Types beside "practice" are the editors' to choose. */
  editor: boolean
  submit: string
  /** Language of the text whose sections are edited here. */
  textLang?: 'it' | 'en'
}

/** The sheet as a plain form in four short steps. What was typed is kept when something is wrong. */
export function PracticeForm({ choices, typed, problems = {}, editor, submit, textLang = 'it' }: Props) {
  const { t } = useI18n()
  const errors = Object.fromEntries(Object.entries(problems).map(([name, code]) => [name, t(`practices.error.${code}`)]))
  const labels = fieldLabels(t)
  const summary = Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [name, `${labels[name] ?? name}: ${sentence}`]))
  const one = (name: string) => typed[name]?.[0] ?? ''
  const text = (name: 'title_it' | 'title_en' | 'place' | 'period_start' | 'period_end' | 'cost' | 'contact') => ({
    name,
    label: t(`practices.field.${name}`),
    defaultValue: one(name),
    error: errors[name],
  })
  const terms = (list: 'theme' | 'kind' | 'target') => choices.terms.filter((term) => term.list === list)
  return (
    <form method="post" className="practice-form">
      <ErrorSummary errors={summary} />
      <fieldset>
        <legend className="h3">{t('practices.step.what')}</legend>
        {editor ? (
          <Select
            name="type"
            label={t('practices.field.type')}
            defaultValue={one('type') || 'practice'}
            options={practiceTypes.map((value) => ({ value, label: t(`shared.recordType.${value}`) }))}
          />
        ) : (
          <input type="hidden" name="type" value={one('type') || 'practice'} />
        )}
        <Field {...text('title_it')} required maxLength={140} lang="it" hint={t('practices.hint.title')} />
        <TextArea
          name="summary_it"
          label={t('practices.field.summary_it')}
          hint={t('practices.hint.summary')}
          defaultValue={one('summary_it')}
          error={errors.summary_it}
          required
          maxLength={400}
          rows={3}
          lang="it"
        />
        <Choices name="kinds" label={t('practices.field.kinds')} options={terms('kind')} chosen={typed.kinds ?? []} error={errors.kinds} />
        <Choices
          name="themes"
          label={t('practices.field.themes')}
          options={terms('theme')}
          chosen={typed.themes ?? []}
          error={errors.themes}
        />
        <Choices
          name="targets"
          label={t('practices.field.targets')}
          options={terms('target')}
          chosen={typed.targets ?? []}
          error={errors.targets}
        />
      </fieldset>
      <fieldset>
        <legend className="h3">{t('practices.step.where')}</legend>
        <NameInputs
          name="territories"
          label={t('practices.field.territories')}
          hint={t('practices.hint.territories')}
          values={typed.territories ?? []}
          spare={2}
          list="places"
          error={errors.territories}
        />
        <Field {...text('place')} maxLength={120} hint={t('practices.hint.place')} />
        <NameInputs
          name="leads"
          label={t('practices.field.leads')}
          hint={t('practices.hint.bodies')}
          values={typed.leads ?? []}
          spare={1}
          list="bodies"
          error={errors.leads}
        />
        <NameInputs
          name="partners"
          label={t('practices.field.partners')}
          values={typed.partners ?? []}
          spare={3}
          list="bodies"
          error={errors.partners}
        />
        <div className="pair">
          <Field {...text('period_start')} hint={t('practices.hint.date')} inputMode="numeric" maxLength={10} />
          <Field {...text('period_end')} hint={t('practices.hint.date')} inputMode="numeric" maxLength={10} />
        </div>
        <label className="check">
          <input type="checkbox" name="ongoing" defaultChecked={one('ongoing') === 'on'} /> {t('practices.field.ongoing')}
        </label>
        <Field {...text('cost')} maxLength={200} hint={t('practices.hint.cost')} />
        <Field {...text('contact')} maxLength={200} hint={t('practices.hint.contact')} />
      </fieldset>
      <fieldset>
        <legend className="h3">{t('practices.step.story')}</legend>
        <p className="measure">{t('practices.hint.story')}</p>
        {practiceSections.map((key) => (
          <TextArea
            key={key}
            name={key}
            label={t(`practices.section.${key}`)}
            hint={(obligatorySections as readonly string[]).includes(key) ? t('practices.hint.obligatory') : undefined}
            defaultValue={one(key)}
            error={errors[key]}
            rows={4}
            maxLength={20_000}
            lang={textLang}
          />
        ))}
        <label className="check">
          <input type="checkbox" name="lesson" defaultChecked={one('lesson') === 'on'} /> {t('practices.field.lesson')}
        </label>
      </fieldset>
      <fieldset>
        <legend className="h3">{t('practices.step.sources')}</legend>
        <SourceInputs urls={typed.source_url ?? []} titles={typed.source_title ?? []} error={errors.sources} />
        <Field {...text('title_en')} maxLength={140} lang="en" />
        <TextArea
          name="summary_en"
          label={t('practices.field.summary_en')}
          defaultValue={one('summary_en')}
          error={errors.summary_en}
          maxLength={400}
          rows={3}
          lang="en"
        />
        <Select
          name="licence"
          label={t('practices.field.licence')}
          defaultValue={one('licence') || 'CC BY 4.0'}
          options={['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'].map((value) => ({ value, label: value }))}
          error={errors.licence}
        />
      </fieldset>
      <datalist id="places">
        {choices.territories.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id="bodies">
        {choices.organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" className="btn btn-primary">
        {submit}
      </button>
    </form>
  )
}
