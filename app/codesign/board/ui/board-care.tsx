import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage } from '../board-page.server.ts'
import { Act } from './act-form.tsx'
import { Raid } from './board-raid.tsx'

/** Reports, people, and the one act that contains a raid. */
export function BoardCare({ board }: { board: BoardPage }) {
  const { t } = useI18n()
  const { reports, participants } = board
  const blocked = participants.filter((one) => one.blocked)
  return (
    <section className="card-box" aria-labelledby="cura">
      <h2 id="cura">{t('codesign.board.care.title')}</h2>
      {reports.length === 0 ? (
        <p className="muted">{t('codesign.board.care.noReports')}</p>
      ) : (
        <p>{t('codesign.board.care.reports', { n: reports.length })}</p>
      )}
      <ul className="plain stack">
        {reports.map((report) => (
          <li key={report.id}>
            {report.body && (
              <p className="mb-0" lang={report.lang ?? undefined} dir="auto">
                «{report.body}»
              </p>
            )}
            {report.table && (
              <p className="small muted mb-0" dir="auto">
                {report.table}
              </p>
            )}
            {report.reason && (
              <p className="small mb-0" dir="auto">
                {report.reason}
              </p>
            )}
            <div className="row-wrap">
              <Act intent="keep-reported" label={t('codesign.board.care.keep')} fields={{ id: report.id }} />
              {report.cardId && <Act intent="hide-reported" label={t('codesign.board.cards.hide')} fields={{ id: report.id }} danger />}
            </div>
          </li>
        ))}
      </ul>
      <Raid board={board} />
      {blocked.length > 0 && (
        <details>
          <summary>{t('codesign.board.care.blocked', { n: blocked.length })}</summary>
          <ul className="plain stack">
            {blocked.slice(0, 100).map(({ id, pseudonym }) => (
              <li key={id} className="row-wrap">
                <bdi>{pseudonym}</bdi>
                <Act intent="unblock" label={t('codesign.board.care.unblock')} about={pseudonym} fields={{ participant: id }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
