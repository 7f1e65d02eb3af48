import { DayRange } from '#app/shared/ui/day-range.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'

/** First and last day of a programme, in words. */
export function Period({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return <DayRange from={startsOn} to={endsOn} />
}

/** Day and hours of a meeting, in Tuscan time. */
export function MeetingTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const { t, date } = useI18n()
  const hour = (moment: Date) => date(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <time dateTime={startsAt.toISOString()}>
      {t('training.when', {
        day: date(startsAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
        from: hour(startsAt),
        to: hour(endsAt),
      })}
    </time>
  )
}
