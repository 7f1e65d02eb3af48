import { pick } from '#app/shared/languages.ts'
import { romeDay, romeHour } from '#app/shared/rome-time.ts'
import { Field, Select } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Meeting } from '../process-parts.queries.server.ts'
import { type DeskPart, filled, SaveButton } from './desk-forms.tsx'
import { MeetingHours } from './moment.tsx'

/** Meetings, each with its board and screen. */
export function DeskMeetings(part: DeskPart) {
  const { t, lang, href } = useI18n()
  const { meetings, process } = part.data
  return (
    <section>
      <h2>{t('codesign.desk.meetings')}</h2>
      <ul className="plain stack">
        {meetings.map((meeting) => {
          const here = `/scrivania/percorsi/${process.slug}/incontri/${meeting.id}`
          const title = pick(lang, meeting.title_it, meeting.title_en).text
          return (
            <li key={meeting.id} className="card-box">
              <p className="mb-0">
                <strong>{title}</strong> · <MeetingHours startsAt={meeting.startsAt} endsAt={meeting.endsAt} />{' '}
                {meeting.closedAt && <span className="tag">{t('codesign.board.closed')}</span>}
              </p>
              <p className="row-wrap mb-0">
                <a className="btn btn-primary btn-sm" href={href(`${here}/regia`)}>
                  {t('codesign.board.title')}
                  <span className="visually-hidden"> {title}</span>
                </a>
                <a href={href(`${here}/schermo`)}>
                  {t('codesign.screen.title')}
                  <span className="visually-hidden"> {title}</span>
                </a>
              </p>
              {process.mayRun && (
                <details open={part.refused?.form === `meeting:${meeting.id}`}>
                  <summary>{t('codesign.desk.change', { what: title })}</summary>
                  <MeetingForm {...part} meeting={meeting} />
                </details>
              )}
            </li>
          )
        })}
      </ul>
      {process.mayRun && (
        <details open={part.refused?.form === 'meeting'}>
          <summary>{t('codesign.desk.addMeeting')}</summary>
          <MeetingForm {...part} />
        </details>
      )}
    </section>
  )
}

function MeetingForm({ data, words, refused, meeting }: DeskPart & { meeting?: Meeting }) {
  const { t } = useI18n()
  const id = meeting?.id ?? ''
  const stored: Record<string, string> = meeting
    ? {
        title_it: meeting.title_it,
        title_en: meeting.title_en,
        place_it: meeting.place_it,
        place_en: meeting.place_en,
        day: romeDay(meeting.startsAt),
        start: romeHour(meeting.startsAt),
        end: romeHour(meeting.endsAt),
        phase_id: meeting.phaseId ?? '',
        meeting_url: meeting.meetingUrl ?? '',
      }
    : {}
  const { values, errors } = filled(refused, id === '' ? 'meeting' : `meeting:${id}`, stored)
  const field = (name: string) => ({ name, id: `f-${name}-${id || 'new'}`, defaultValue: values[name], error: errors[name] })
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <div className="side-by-side">
        <Field {...field('title_it')} label={t('codesign.desk.titleIt')} lang="it" required maxLength={160} />
        <Field {...field('title_en')} label={t('codesign.desk.titleEn')} lang="en" maxLength={160} />
      </div>
      <div className="side-by-side">
        <Field {...field('place_it')} label={t('codesign.desk.placeIt')} lang="it" maxLength={160} />
        <Field {...field('place_en')} label={t('codesign.desk.placeEn')} lang="en" maxLength={160} />
      </div>
      <div className="side-by-side">
        <Field {...field('day')} label={t('codesign.desk.day')} type="date" required />
        <Field {...field('start')} label={t('codesign.desk.start')} type="time" required />
        <Field {...field('end')} label={t('codesign.desk.end')} type="time" required />
      </div>
      <PhaseSelect {...field('phase_id')} data={data} words={words} />
      <Field {...field('meeting_url')} label={t('codesign.desk.meetingUrl')} type="url" />
      <SaveButton intent="meeting" label={t('codesign.desk.save')} about={values.title_it} />
    </form>
  )
}

type PhaseSelectProps = Pick<DeskPart, 'data' | 'words'> & {
  name: string
  id: string
  defaultValue: string | undefined
  error: string | undefined
}

/** The phase something belongs to, by its words. */
export function PhaseSelect({ data, words, ...field }: PhaseSelectProps) {
  const { t } = useI18n()
  const options = data.phases.map(({ id, position, texts }) => ({
    value: id,
    label: `${position}. ${(texts.find(({ lang }) => lang === words) ?? texts[0])?.title ?? ''}`,
  }))
  return <Select {...field} label={t('codesign.desk.phase')} options={[{ value: '', label: t('codesign.desk.noPhase') }, ...options]} />
}
