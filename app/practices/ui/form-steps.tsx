import { Choices, Field, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PageChoices } from '../form-choices.server.ts'
import type { Typed } from '../practice-form.ts'
import { obligatorySections, practiceSections, practiceTypes } from '../practice.ts'
import { NameInputs, SourceInputs } from './repeated-inputs.tsx'

type StepProps = { typed: Typed; errors: Record<string, string> }
type TextName = 'title_it' | 'title_en' | 'summary_it' | 'summary_en' | 'place' | 'period_start' | 'period_end' | 'cost' | 'contact'

/** What every text field of a step needs: name, label, what was typed, what is wrong. */
function useTexts({ typed, errors }: StepProps) {
  const { t } = useI18n()
  const one = (name: string) => typed[name]?.[0] ?? ''
  const text = (name: TextName) => ({ name, label: t(`practices.field.${name}`), defaultValue: one(name), error: errors[name] })
  return { t, one, text }
}

/** Title, summary and the managed lists. */
export function WhatStep({ typed, errors, terms, editor }: StepProps & { terms: PageChoices['terms']; editor: boolean }) {
  const { t, one, text } = useTexts({ typed, errors })
  const of = (list: 'theme' | 'kind' | 'target') => terms.filter((term) => term.list === list)
  return (
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
      <TextArea {...text('summary_it')} hint={t('practices.hint.summary')} required maxLength={400} rows={3} lang="it" />
      <Choices
        required
        name="kinds"
        label={t('practices.field.kinds')}
        options={of('kind')}
        chosen={typed.kinds ?? []}
        error={errors.kinds}
      />
      <Choices
        required
        name="themes"
        label={t('practices.field.themes')}
        options={of('theme')}
        chosen={typed.themes ?? []}
        error={errors.themes}
      />
      <Choices
        name="targets"
        label={t('practices.field.targets')}
        options={of('target')}
        chosen={typed.targets ?? []}
        error={errors.targets}
      />
    </fieldset>
  )
}

/** Places, bodies, period, cost. */
export function WhereStep({ typed, errors }: StepProps) {
  const { t, one, text } = useTexts({ typed, errors })
  return (
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
  )
}

/** The narrative, a text area for each section. */
export function StoryStep({ typed, errors, textLang }: StepProps & { textLang: 'it' | 'en' }) {
  const { t, one } = useTexts({ typed, errors })
  return (
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
  )
}

/** Sources, the English words, the licence. */
export function SourcesStep({ typed, errors }: StepProps) {
  const { t, one, text } = useTexts({ typed, errors })
  return (
    <fieldset>
      <legend className="h3">{t('practices.step.sources')}</legend>
      <SourceInputs urls={typed.source_url ?? []} titles={typed.source_title ?? []} error={errors.sources} />
      <Field {...text('title_en')} maxLength={140} lang="en" />
      <TextArea {...text('summary_en')} maxLength={400} rows={3} lang="en" />
      <Select
        name="licence"
        label={t('practices.field.licence')}
        defaultValue={one('licence') || 'CC BY 4.0'}
        options={['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'].map((value) => ({ value, label: value }))}
        error={errors.licence}
      />
    </fieldset>
  )
}
