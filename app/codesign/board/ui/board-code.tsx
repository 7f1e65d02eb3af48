import { useI18n } from '#app/shared/ui/i18n.tsx'
import { spacedCode } from '../../join/join-code.ts'
import type { BoardPage } from '../board-page.server.ts'
import { Act, ActButton, ActForm } from './act-form.tsx'

/** The way in: codes with how many came by them, those that are full too, and closing them. */
export function BoardCode({ board: { codes, qr } }: { board: BoardPage }) {
  const { t, date } = useI18n()
  const lettingIn = codes.filter(({ full }) => !full)
  return (
    <section className="card-box" aria-labelledby="codice">
      <h2 id="codice">{t('codesign.board.code.title')}</h2>
      {codes.length === 0 && <p>{t('codesign.board.code.none')}</p>}
      {qr && <img src={qr} alt={t('codesign.process.qr')} width="140" height="140" />}
      {codes.map(({ id, code, joined, capacity, full, expiresAt }) => (
        <div key={id}>
          <p className="h3 mb-0">
            <bdi dir="ltr">{spacedCode(code)}</bdi>
          </p>
          <p className="small">
            {t('codesign.board.code.joined', { n: joined, capacity })} ·{' '}
            {t('codesign.board.code.until', { date: date(expiresAt, { dateStyle: 'short', timeStyle: 'short' }) })}
          </p>
          {full && <p className="notice">{t('codesign.board.code.full')}</p>}
          <Act intent="close-code" label={t('codesign.board.code.close')} about={code} fields={{ id }} danger />
        </div>
      ))}
      <ActForm className="row-wrap">
        <label>
          {t('codesign.board.code.capacity')}{' '}
          <input className="form-control board-number" type="number" name="capacity" min="1" max="2000" defaultValue="200" required />
        </label>
        <ActButton intent="open-code" label={t('codesign.board.code.new')} primary={lettingIn.length === 0} />
      </ActForm>
    </section>
  )
}
