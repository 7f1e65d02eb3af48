import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { NextMeeting } from '../home.ts'

/** When we meet next, with the day in large. */
export function HomeMeeting({ meeting }: { meeting: NextMeeting }) {
  const { t, date, href } = useI18n()
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  return (
    <section className="meeting" aria-labelledby="next-meeting">
      <p className="day" aria-hidden="true">
        <span>{date(meeting.startsAt, { weekday: 'long' })}</span>
        <strong>{date(meeting.startsAt, { day: 'numeric' })}</strong>
        <span>{date(meeting.startsAt, { month: 'long' })}</span>
      </p>
      <div>
        <p className="card-kind" id="next-meeting">
          {t('about.home.meeting.title')}
        </p>
        <h2 className="h4" lang={meeting.title.lang} dir="auto">
          {meeting.title.text}
        </h2>
        <p>
          <time dateTime={meeting.startsAt}>
            {t('about.home.meeting.when', {
              day: date(meeting.startsAt, { dateStyle: 'full' }),
              from: date(meeting.startsAt, clock),
              to: date(meeting.endsAt, clock),
            })}
          </time>
          {meeting.place && ` · ${meeting.place}`}
        </p>
        <p className="row-wrap">
          <bdi lang={meeting.programme.lang}>{meeting.programme.text}</bdi>
          {meeting.isExample && <span className="tag tag-example">{t('about.example')}</span>}
        </p>
      </div>
      <a className="btn btn-primary" href={href(meeting.path)}>
        {t('about.home.meeting.open')}
      </a>
    </section>
  )
}
