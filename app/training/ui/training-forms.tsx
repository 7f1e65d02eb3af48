import { Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { KeptForm } from '#app/shared/ui/kept-form.tsx'

export type FormAnswer = { errors: Record<string, string>; typed: Record<string, string> } | undefined
/** What a form shows first: stored values, or what was typed when it was refused. */
export type Values = Record<string, string>

type FormProps = { values: Values; answer: FormAnswer }

/** The pair of columns of a text, Italian and English. */
function Pair({ name, label, max, long, required }: PairProps) {
  const { t } = useI18n()
  const Input = long ? TextArea : Field
  return (
    <div className="side-by-side">
      {(['it', 'en'] as const).map((lang) => (
        <Input
          key={lang}
          name={`${name}_${lang}`}
          label={t(`training.form.in.${lang}`, { label })}
          lang={lang}
          maxLength={max}
          required={required && lang === 'it'}
        />
      ))}
    </div>
  )
}
type PairProps = {
  name: string
  label: string
  max?: number
  long?: boolean
  required?: boolean
}

function Checkbox({ name, label, values }: { name: string; label: string; values: Values }) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value="on" defaultChecked={values[name] === 'on'} /> {label}
    </label>
  )
}

function Save() {
  const { t } = useI18n()
  return (
    <button type="submit" className="btn btn-primary" name="intent" value="save">
      {t('training.form.save')}
    </button>
  )
}

/** What a programme's page says around its text. */
export function ProgrammeForm({ values, answer }: FormProps) {
  const { t } = useI18n()
  return (
    <KeptForm answer={answer} known={values}>
      <Pair name="title" label={t('training.form.title')} max={160} required />
      <Pair name="summary" label={t('training.form.summary')} max={400} long required />
      <Pair name="for_whom" label={t('training.forWhom')} max={400} long />
      <Pair name="place" label={t('training.place')} max={160} />
      <div className="side-by-side">
        <Field name="starts_on" type="date" label={t('training.form.startsOn')} required />
        <Field name="ends_on" type="date" label={t('training.form.endsOn')} required />
      </div>
      <Checkbox name="open" label={t('training.form.open')} values={values} />
      <p className="hint muted">{t('training.form.linesHint')}</p>
      <Pair name="organisers" label={t('training.organisers')} long />
      <p className="hint muted">{t('training.form.sourcesHint')}</p>
      <Pair name="sources" label={t('training.sources')} long />
      <Save />
    </KeptForm>
  )
}

/** What a session's page says around its text. */
export function SessionForm({ values, answer }: FormProps) {
  const { t } = useI18n()
  return (
    <KeptForm answer={answer} known={values}>
      <Pair name="title" label={t('training.form.title')} max={160} required />
      <Checkbox name="editorial_title" label={t('training.form.editorialTitle')} values={values} />
      <Pair name="summary" label={t('training.form.summary')} max={400} long />
      <Field name="day" type="date" label={t('training.form.day')} required />
      <div className="side-by-side">
        <Field name="start" type="time" label={t('training.form.start')} required />
        <Field name="end" type="time" label={t('training.form.end')} required />
      </div>
      <p className="hint muted">{t('training.form.linesHint')}</p>
      <Pair name="experts" label={t('training.session.experts')} long />
      <Pair name="prompts" label={t('training.session.prompts')} long />
      <p className="hint muted">{t('training.form.materialsHint')}</p>
      <Pair name="materials" label={t('training.session.materials')} long />
      <p className="hint muted">{t('training.form.sourcesHint')}</p>
      <Pair name="sources" label={t('training.sources')} long />
      <Field name="meeting_url" type="url" label={t('training.form.meetingUrl')} />
      <Field name="recording_url" type="url" label={t('training.form.recordingUrl')} />
      <Field name="chapter_slug" label={t('training.form.chapter')} hint={t('training.form.chapterHint')} />
      <Save />
    </KeptForm>
  )
}

/** A take-away's titles; its words are in the editor. */
export function TakeAwayForm({ values, answer }: FormProps) {
  const { t } = useI18n()
  return (
    <KeptForm answer={answer} known={values}>
      <Pair name="title" label={t('training.form.title')} max={160} required />
      <Checkbox name="example_text" label={t('training.form.exampleText')} values={values} />
      <Save />
    </KeptForm>
  )
}
