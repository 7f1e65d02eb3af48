import { ErrorSummary } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { PageChoices } from '../form-choices.server.ts'
import type { PracticeError, Typed } from '../practice-form.ts'
import { fieldLabels } from './field-labels.ts'
import { SourcesStep, StoryStep, WhatStep, WhereStep } from './form-steps.tsx'

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
  return (
    <form method="post" className="practice-form">
      <ErrorSummary errors={summary} />
      <WhatStep typed={typed} errors={errors} terms={choices.terms} editor={editor} />
      <WhereStep typed={typed} errors={errors} />
      <StoryStep typed={typed} errors={errors} textLang={textLang} />
      <SourcesStep typed={typed} errors={errors} />
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
