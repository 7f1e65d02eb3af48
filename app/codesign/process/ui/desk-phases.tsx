import { Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PostButton } from '#app/shared/ui/post-button.tsx'
import type { Phase } from '../process-parts.queries.server.ts'
import { type DeskPart, filled, SaveButton, ToReview, useLabelIn } from './desk-forms.tsx'
import { Days } from './moment.tsx'

/** Phases with their dates and "what you can do now". */
export function DeskPhases(part: DeskPart) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('codesign.process.phases')}</h2>
      <ol className="plain stack">
        {part.data.phases.map((phase) => {
          const title = (phase.texts.find(({ lang }) => lang === part.words) ?? phase.texts[0])?.title ?? ''
          return (
            <li key={phase.id} className="card-box">
              <p className="mb-0">
                <strong dir="auto">{title}</strong> · <Days startsOn={phase.startsOn} endsOn={phase.endsOn} />
              </p>
              <details open={part.refused?.form === `phase:${phase.id}`}>
                <summary>{t('codesign.desk.change', { what: title })}</summary>
                <PhaseForm {...part} phase={phase} />
                <PostButton intent="remove-phase" label={t('codesign.desk.remove')} about={title} fields={{ id: phase.id }} />
              </details>
            </li>
          )
        })}
      </ol>
      <details open={part.refused?.form === 'phase'}>
        <summary>{t('codesign.desk.addPhase')}</summary>
        <PhaseForm {...part} />
      </details>
    </section>
  )
}

function PhaseForm({ words, refused, phase }: DeskPart & { phase?: Phase }) {
  const { t } = useI18n()
  const labelIn = useLabelIn(words)
  const id = phase?.id ?? ''
  const text = phase?.texts.find(({ lang }) => lang === words)
  const stored = { title: text?.title ?? '', what_now: text?.whatNow ?? '', starts_on: phase?.startsOn ?? '', ends_on: phase?.endsOn ?? '' }
  const { values, errors } = filled(refused, id === '' ? 'phase' : `phase:${id}`, stored)
  const field = (name: string) => ({ name, id: `f-phase-${name}-${id || 'new'}`, defaultValue: values[name], error: errors[name] })
  return (
    <form method="post">
      <ToReview when={text?.toReview} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="lang" value={words} />
      <Field {...field('title')} label={labelIn(t('codesign.desk.name'))} lang={words} required maxLength={120} />
      <TextArea {...field('what_now')} label={labelIn(t('codesign.process.now'))} lang={words} maxLength={300} />
      <div className="side-by-side">
        <Field {...field('starts_on')} label={t('codesign.desk.startsOn')} type="date" />
        <Field {...field('ends_on')} label={t('codesign.desk.endsOn')} type="date" />
      </div>
      <SaveButton intent="phase" label={t('codesign.desk.save')} about={values.title} />
    </form>
  )
}
