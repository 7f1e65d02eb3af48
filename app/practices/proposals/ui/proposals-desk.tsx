import { ErrorSummary, TextArea } from '#app/shared/ui/field.tsx'
import { Alert } from '#app/shared/ui/alert.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Page } from '#app/shared/ui/page.tsx'
import type { Proposal } from '../proposal.queries.server.ts'
import { ProposalAnswers } from './proposal-answers.tsx'

/** What people without an account proposed: waiting first, decided after. */
export function ProposalsDesk({ proposals }: { proposals: readonly Proposal[] }) {
  const { t, href, date } = useI18n()
  return (
    <Page
      title={t('practices.proposals.title')}
      lead={t('practices.proposals.lead')}
      trail={[{ path: '/scrivania', label: t('shared.desk') }]}
    >
      {proposals.length === 0 && <p>{t('practices.proposals.none')}</p>}
      <ul className="plain stack">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="card-box">
            <h2 className="h4">
              <a href={href(`/scrivania/proposte/${proposal.id}`)}>
                <bdi lang={proposal.lang}>{proposal.fields.title}</bdi>
              </a>
            </h2>
            <p className="mb-0">
              <span className={proposal.state === 'received' ? 'tag' : 'tag tag-ok'}>
                {t(`practices.proposals.state.${proposal.state}`)}
              </span>{' '}
              <span className="muted">
                {[proposal.fields.place, proposal.fields.body].filter(Boolean).join(' · ')}
                {proposal.confirmedAt && ` · ${date(proposal.confirmedAt)}`}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}

type OneProps = { proposal: Proposal; refused: { reason: 'decided' | 'reason-required'; typed: string } | undefined }
const shown = [
  'summary',
  'place',
  'body',
  'period_start',
  'how',
  'problem',
  'results',
  'difficulties',
  'source_url',
  'source_title',
] as const

/** One proposal: its words, and the two things an editor can do with it. */
export function ProposalDesk({ proposal, refused }: OneProps) {
  const { t, href } = useI18n()
  const { fields } = proposal
  return (
    <Page
      title={fields.title}
      titleLang={proposal.lang}
      trail={[
        { path: '/scrivania', label: t('shared.desk') },
        { path: '/scrivania/proposte', label: t('practices.proposals.title') },
      ]}
    >
      {refused && <Alert kind="danger">{t(`practices.proposals.refused.${refused.reason}`)}</Alert>}
      <p>
        <span className="tag">{t(`practices.proposals.state.${proposal.state}`)}</span>{' '}
        <span className="muted">{t('practices.proposals.from', { email: proposal.email ?? '–', language: proposal.lang })}</span>
      </p>
      <ProposalAnswers className="measure" names={shown} fields={fields} />
      {proposal.reason && <p dir="auto">{proposal.reason}</p>}
      {proposal.practiceId && (
        <p>
          <a href={href(`/scrivania/pratiche/${proposal.practiceId}`)}>{t('practices.proposals.sheet')}</a>
        </p>
      )}
      {proposal.state === 'received' && <Decide refused={refused} />}
    </Page>
  )
}

function Decide({ refused }: Pick<OneProps, 'refused'>) {
  const { t } = useI18n()
  const error = refused?.reason === 'reason-required' ? t('practices.proposals.refused.reason-required') : undefined
  return (
    <form method="post" className="measure stack">
      <ErrorSummary errors={{ reason: error }} />
      <button type="submit" name="intent" value="accept" className="btn btn-primary">
        {t('practices.proposals.accept')}
      </button>
      <TextArea
        name="reason"
        label={t('practices.proposals.reason')}
        hint={t('practices.proposals.reasonHint')}
        error={error}
        defaultValue={refused?.typed}
        maxLength={1_000}
        rows={3}
      />
      <button type="submit" name="intent" value="decline" className="btn btn-outline-primary">
        {t('practices.proposals.decline')}
      </button>
    </form>
  )
}
