import { type Lang, pick } from '#app/shared/languages.ts'
import { calendarOf } from './calendar.ts'
import type { Programme, Session, SessionSummary } from './training.queries.server.ts'

type Address = { origin: string; lang: Lang }

/** All sessions of a programme as a calendar file. */
export function programmeCalendar(programme: Programme, sessions: readonly SessionSummary[], { origin, lang }: Address): string {
  return calendarOf(
    pick(lang, programme.title_it, programme.title_en).text,
    sessions.map((session) => meetingOf(programme, session, { origin, lang })),
  )
}

/** One session as a calendar file. */
export function sessionCalendar(programme: Programme, session: Session, { origin, lang }: Address): string {
  const summary = { ...session, startsAt: session.starts_at, endsAt: session.ends_at }
  return calendarOf(pick(lang, programme.title_it, programme.title_en).text, [meetingOf(programme, summary, { origin, lang })])
}

type Meeting = Pick<SessionSummary, 'id' | 'slug' | 'title_it' | 'title_en' | 'summary_it' | 'summary_en' | 'startsAt' | 'endsAt'>

const meetingOf = (programme: Programme, session: Meeting, { origin, lang }: Address) => ({
  uid: `${session.id}@casa-comune`,
  title: pick(lang, session.title_it, session.title_en).text,
  description: pick(lang, session.summary_it, session.summary_en).text,
  url: `${origin}/${lang}/formazione/${programme.slug}/${session.slug}`,
  place: pick(lang, programme.place_it, programme.place_en).text,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
})

/** The answer that makes browsers offer the file to a calendar. */
export const calendarResponse = (calendar: string, name: string): Response =>
  new Response(calendar, {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}.ics"` },
  })
