import type { ReactNode } from 'react'
import { hasPersonalData } from '#app/shared/personal-data.ts'
import { Alert } from '#app/shared/ui/alert.tsx'
import { ErrorSummary } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { WritePage } from '../proposal-page.server.ts'
import type { ProposalRefusal } from '../post-proposal.server.ts'
import { missingIn, type ProposalField, type ProposalProblem } from '../proposal.schema.ts'
import { proposalSteps } from '../proposal.ts'
import { ProposalSide } from './proposal-side.tsx'
import { PlaceStep, SendStep, StoryStep, TitleStep } from './proposal-steps.tsx'

type Props = {
  page: WritePage
  notice: 'kept' | 'withdrawn' | undefined
  /** The address says that something of this step is missing: the page looks itself. */
  look: boolean
  refused: ProposalRefusal | undefined
  mailed: ReactNode
}

/** Four short steps, kept as one goes; a good example beside (ui.md, page 10). */
export function ProposalForm({ page, notice, look, refused, mailed }: Props) {
  const { t } = useI18n()
  const { signedIn } = page
  const { errors, summary } = useProblems(page, look, refused)
  return (
    <Page
      title={t('practices.create.title')}
      lead={t(signedIn ? 'practices.proposal.leadSignedIn' : 'practices.proposal.lead')}
      trail={[{ path: '/buone-pratiche', label: t('practices.list.practices.title') }]}
    >
      <Steps page={page} />
      {notice && !refused && <Alert kind="success">{t(`practices.proposal.notice.${notice}`)}</Alert>}
      {refused?.whole && <Alert kind="danger">{t(`practices.proposal.refused.${refused.whole}`, { minutes: refused.minutes ?? 1 })}</Alert>}
      {mailed}
      <ErrorSummary errors={summary} />
      <div className="two-columns">
        <Step page={page} errors={errors} typed={refused?.typed ?? {}} />
        <ProposalSide page={page} errors={errors} />
      </div>
    </Page>
  )
}

/** Sentences beside fields, and the same with the field's name for the summary on top. */
function useProblems(page: WritePage, look: boolean, refused: ProposalRefusal | undefined) {
  const { t } = useI18n()
  const missing = look ? missingIn(page.fields, page) : []
  const problems = refused?.problems ?? Object.fromEntries(missing.map((name) => [name, 'required' as const]))
  const said = Object.entries(problems) as [ProposalField | 'code' | 'mail', ProposalProblem | 'unknown'][]
  return {
    errors: Object.fromEntries(said.map(([name, code]) => [name, t(`practices.proposal.error.${code}`)])),
    summary: Object.fromEntries(said.map(([name, code]) => [name, `${nameOf(t, name)}: ${t(`practices.proposal.error.${code}`)}`])),
  }
}

function nameOf(t: ReturnType<typeof useI18n>['t'], name: ProposalField | 'code' | 'mail'): string {
  if (name === 'themes' || name === 'kinds' || name === 'ongoing') return t(`practices.field.${name}`)
  return t(`practices.proposal.field.${name}`)
}

type StepProps = { page: WritePage; errors: Record<string, string>; typed: ProposalRefusal['typed'] }

function Step({ page, errors, typed }: StepProps) {
  const { t } = useI18n()
  const { step, signedIn } = page
  const fields = { ...page.fields, ...typed }
  const props = { page, fields, errors }
  const personal = hasPersonalData([fields.how, fields.problem, fields.results, fields.difficulties].join('\n'))
  return (
    <form method="post" className="practice-form" noValidate>
      <input type="hidden" name="step" value={step} />
      <h2 className="h3">{t('practices.proposal.stepOf', { n: step, name: t(`practices.proposal.step.${step}`) })}</h2>
      {step === 1 && <TitleStep {...props} />}
      {step === 2 && <PlaceStep {...props} />}
      {step === 3 && <StoryStep {...props} />}
      {step === 4 && <SendStep {...props} personal={personal} />}
      <Trap />
      <div className="row-wrap">
        <button type="submit" name="intent" value="next" className="btn btn-primary">
          {t(step < 4 ? 'practices.proposal.next' : signedIn ? 'practices.proposal.make' : 'practices.proposal.send')}
        </button>
        <button type="submit" name="intent" value="later" className="btn btn-outline-primary">
          {t('practices.proposal.later')}
        </button>
      </div>
    </form>
  )
}

/** The four steps; the others are links once something is kept. */
function Steps({ page: { step, begun } }: { page: WritePage }) {
  const { t } = useI18n()
  return (
    <nav aria-label={t('practices.proposal.steps')}>
      <ol className="plain row-wrap proposal-steps">
        {proposalSteps.map((one) => (
          <li key={one}>
            {begun && one !== step ? (
              <a href={`?passo=${one}`}>
                {one}. {t(`practices.proposal.step.${one}`)}
              </a>
            ) : (
              <span aria-current={one === step ? 'step' : undefined} className={one === step ? undefined : 'muted'}>
                {one}. {t(`practices.proposal.step.${one}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** A field that people neither see nor reach; programs that fill everything in give themselves away. */
function Trap() {
  const { t } = useI18n()
  return (
    <div className="trap" aria-hidden="true">
      <label htmlFor="f-website">{t('practices.proposal.trap')}</label>
      <input id="f-website" name="website" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
