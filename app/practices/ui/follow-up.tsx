import { useI18n } from '#app/shared/ui/i18n.tsx'
import { TextArea } from '#app/shared/ui/field.tsx'
import type { PracticeStep } from '../practice.queries.server.ts'
import { type PracticeMove, transitions } from '../practice.ts'

/** What happened to a sheet: every step with date, role and reason, newest first. */
export function StepList({ steps }: { steps: readonly PracticeStep[] }) {
  const { t, date } = useI18n()
  return (
    <ol className="plain timeline" aria-label={t('practices.steps')}>
      {steps.map((step) => (
        <li key={step.id}>
          <strong>{t(`practices.state.${step.to_state}`)}</strong>
          <br />
          <span className="muted">
            {date(step.at, { dateStyle: 'long', timeStyle: 'short' })} · {t(`practices.role.${step.actor_role}`)}
            {step.actor_name && (
              <>
                {' · '}
                <bdi>{step.actor_name}</bdi>
              </>
            )}
          </span>
          {step.reason && (
            <p className="mb-0" dir="auto">
              {step.reason}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The steps this person may take now: one form, one reason, a button each. */
export function MoveForm({
  moves,
  again,
  error,
  typed,
}: {
  moves: readonly PracticeMove[]
  again: boolean
  error?: string
  typed?: string
}) {
  const { t } = useI18n()
  if (moves.length === 0) return null
  return (
    <form method="post">
      <TextArea
        name="reason"
        label={t('practices.move.reason')}
        hint={t('practices.move.hint')}
        error={error}
        defaultValue={typed}
        maxLength={1_000}
        rows={3}
      />
      <div className="row-wrap">
        {moves.map((move) => (
          <button
            key={move}
            type="submit"
            name="move"
            value={move}
            className={main.includes(move) ? 'btn btn-primary' : 'btn btn-outline-primary'}
          >
            {move === 'publish' && again ? t('practices.publishAgain') : t(`practices.move.${move}`)}
            {transitions[move].reason === 'required' && <span className="visually-hidden"> ({t('practices.move.needsReason')})</span>}
          </button>
        ))}
      </div>
    </form>
  )
}

const main: readonly PracticeMove[] = ['submit', 'accept', 'publish', 'reconfirm']
