import { useI18n } from '#app/shared/ui/i18n.tsx'

/** From a day to a day, in words; a side that is not known yet is left out. */
export function Days({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  const { t, date } = useI18n()
  if (startsOn && endsOn) return <span>{t('codesign.process.days', { from: date(startsOn), to: date(endsOn) })}</span>
  if (startsOn) return <span>{t('codesign.process.from', { from: date(startsOn) })}</span>
  return <span>{endsOn ? t('codesign.process.until', { to: date(endsOn) }) : t('codesign.process.dateUnknown')}</span>
}

/** Day and hours of a meeting, in Tuscan time. */
export function MeetingHours({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const { t, date } = useI18n()
  const hour = (moment: Date) => date(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = date(startsAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return <time dateTime={startsAt.toISOString()}>{t('codesign.process.when', { day, from: hour(startsAt), to: hour(endsAt) })}</time>
}
