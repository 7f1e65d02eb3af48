import { useEffect, useState } from 'react'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** Time left, counted down in the browser; without JavaScript the hour at which it runs out. */
export function Timer({ endsAt }: { endsAt: Date }) {
  const { t, date } = useI18n()
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [])
  const end = new Date(endsAt)
  const hour = date(end, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (now === undefined) return <p role="timer">{t('codesign.board.pace.until', { hour })}</p>
  const left = Math.max(0, Math.ceil((end.getTime() - now) / 1_000))
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <p role="timer" className="board-timer">
      {left === 0 ? t('codesign.board.pace.over') : clock}
    </p>
  )
}
