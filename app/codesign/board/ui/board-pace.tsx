import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardMeeting } from '../read-board.server.ts'
import { Act, ActButton, ActForm } from './act-form.tsx'
import { Timer } from './timer.tsx'

/** Time, pace and the end of the meeting. */
export function BoardPace({ meeting }: { meeting: BoardMeeting }) {
  const { t } = useI18n()
  return (
    <section className="card-box" aria-labelledby="ritmo">
      <h2 id="ritmo">{t('codesign.board.pace.title')}</h2>
      {meeting.timerEndsAt && <Timer endsAt={meeting.timerEndsAt} />}
      <ActForm className="row-wrap">
        <label>
          {t('codesign.board.pace.minutes')}{' '}
          <input className="form-control board-number" type="number" name="minutes" min="0" max="600" defaultValue="10" required />
        </label>
        <ActButton intent="timer" label={t('codesign.board.pace.start')} />
      </ActForm>
      {meeting.timerEndsAt && <Act intent="timer" label={t('codesign.board.pace.stop')} fields={{ minutes: 0 }} />}
      <ActForm className="stack" key={`${meeting.slowSeconds}${meeting.holdLinks}${meeting.holdFirst}`}>
        <label>
          {t('codesign.board.pace.slow')}{' '}
          <input
            className="form-control board-number"
            type="number"
            name="slow"
            min="0"
            max="600"
            defaultValue={meeting.slowSeconds}
            required
          />
        </label>
        <label className="check">
          <input type="checkbox" name="links" defaultChecked={meeting.holdLinks} /> {t('codesign.board.pace.holdLinks')}
        </label>
        <label className="check">
          <input type="checkbox" name="first" defaultChecked={meeting.holdFirst} /> {t('codesign.board.pace.holdFirst')}
        </label>
        <ActButton intent="rules" label={t('codesign.board.pace.save')} />
      </ActForm>
      <div className="row-wrap">
        {meeting.locked ? (
          <Act intent="unlock" label={t('codesign.board.pace.unlock')} primary />
        ) : (
          <Act intent="lock" label={t('codesign.board.pace.lock')} />
        )}
        {meeting.closedAt ? (
          <Act intent="reopen-meeting" label={t('codesign.board.pace.reopen')} />
        ) : (
          <Act intent="close-meeting" label={t('codesign.board.pace.close')} danger />
        )}
      </div>
    </section>
  )
}
