import { Choices, Field, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { WritePage } from '../proposal-page.server.ts'
import type { ProposalFields } from '../proposal.schema.ts'
import { ProposalAnswers } from './proposal-answers.tsx'

export type StepProps = { page: WritePage; fields: ProposalFields; errors: Record<string, string | undefined> }
type TextName =
  | 'title'
  | 'summary'
  | 'place'
  | 'body'
  | 'period_start'
  | 'problem'
  | 'how'
  | 'results'
  | 'difficulties'
  | 'source_url'
  | 'source_title'
  | 'email'

function useText({ fields, errors }: Pick<StepProps, 'fields' | 'errors'>) {
  const { t } = useI18n()
  return (name: TextName) => ({
    name,
    label: t(`practices.proposal.field.${name}`),
    hint: t(`practices.proposal.hint.${name}`),
    defaultValue: fields[name],
    error: errors[name],
  })
}

/** What it is called and what it is, in a line. Sheets alike are shown while the title is typed, and after this step. */
export function TitleStep(props: StepProps) {
  const { t, lang } = useI18n()
  const text = useText(props)
  return (
    <>
      <Field
        {...text('title')}
        required
        maxLength={140}
        autoComplete="off"
        data-similar={lang}
        data-similar-label={t('practices.proposal.alike')}
      />
      <TextArea {...text('summary')} required maxLength={400} rows={3} />
    </>
  )
}

export function PlaceStep(props: StepProps) {
  const { t } = useI18n()
  const text = useText(props)
  const { page, fields } = props
  return (
    <>
      {page.similar.length > 0 && <Alike similar={page.similar} />}
      <Field {...text('place')} required maxLength={120} list="places" autoComplete="off" />
      <Field {...text('body')} required maxLength={160} list="bodies" autoComplete="organization" />
      <Field {...text('period_start')} maxLength={7} inputMode="numeric" dir="ltr" />
      <label className="check">
        <input type="checkbox" name="ongoing" defaultChecked={fields.ongoing} /> {t('practices.field.ongoing')}
      </label>
      <Names id="places" names={page.places} />
      <Names id="bodies" names={page.bodies} />
    </>
  )
}

/** Public sheets whose title is like the one just written. */
function Alike({ similar }: Pick<WritePage, 'similar'>) {
  const { t, href, lang } = useI18n()
  return (
    <section className="notice" aria-labelledby="alike">
      <h3 id="alike" className="h5">
        {t('practices.proposal.alike')}
      </h3>
      <p>{t('practices.proposal.alikeWhat')}</p>
      <ul className="mb-0">
        {similar.map((one) => (
          <li key={one.id}>
            <a href={href(one.path)} target="_blank" rel="noopener" lang={one.lang === lang ? undefined : one.lang}>
              {one.title}
            </a>{' '}
            <span className="muted small">({t('practices.proposal.newWindow')})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Names = ({ id, names }: { id: string; names: readonly string[] }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
)

export function StoryStep(props: StepProps) {
  const { t } = useI18n()
  const text = useText(props)
  const { page, fields } = props
  const of = (list: 'theme' | 'kind') => page.terms.filter((term) => term.list === list)
  return (
    <>
      <TextArea {...text('how')} required rows={6} maxLength={5_000} />
      <TextArea {...text('problem')} rows={4} maxLength={5_000} />
      <TextArea {...text('results')} rows={4} maxLength={5_000} />
      <TextArea {...text('difficulties')} rows={4} maxLength={5_000} />
      <Choices name="themes" label={t('practices.field.themes')} options={of('theme')} chosen={fields.themes} />
      <Choices name="kinds" label={t('practices.field.kinds')} options={of('kind')} chosen={fields.kinds} />
    </>
  )
}

/** A source, the address that answers, and everything once more before it leaves. */
export function SendStep(props: StepProps & { personal: boolean }) {
  const { t, href } = useI18n()
  const text = useText(props)
  const { page, fields, personal } = props
  return (
    <>
      <Field {...text('source_url')} type="url" dir="ltr" maxLength={500} />
      <Field {...text('source_title')} maxLength={200} />
      {!page.signedIn && <Field {...text('email')} type="email" required maxLength={254} autoComplete="email" />}
      {personal && <p className="notice notice-warn">{t('practices.proposal.personal')}</p>}
      <Review fields={fields} />
      {!page.signedIn && (
        <p className="small">
          {t('practices.proposal.privacy')} <a href={href('/privacy')}>{t('practices.proposal.privacyLink')}</a>
        </p>
      )}
    </>
  )
}

const reviewed = ['title', 'summary', 'place', 'body', 'period_start', 'how', 'problem', 'results', 'difficulties'] as const

function Review({ fields }: Pick<StepProps, 'fields'>) {
  const { t } = useI18n()
  return (
    <section aria-labelledby="review">
      <h3 id="review" className="h4">
        {t('practices.proposal.review')}
      </h3>
      <ProposalAnswers names={reviewed} fields={fields} />
    </section>
  )
}
