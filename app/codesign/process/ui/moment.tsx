import { DayRange } from '#app/shared/ui/day-range.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** From a day to a day, in words; or that they are not known yet. */
export function Days({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const { t } = useI18n()
  return startsOn || endsOn ? <DayRange from={startsOn} to={endsOn} /> : <span>{t('codesign.process.dateUnknown')}</span>
}

/** Day and hours of a meeting, in Tuscan time. */
export function MeetingHours({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const { t, date } = useI18n()
  const hour = (moment: Date) => date(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = date(startsAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return <time dateTime={startsAt.toISOString()}>{t('codesign.process.when', { day, from: hour(startsAt), to: hour(endsAt) })}</time>
}
