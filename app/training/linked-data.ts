import { type Lang, pick } from '#app/shared/languages.ts'
import type { Programme, Session, SessionSummary } from './training.queries.server.ts'

type LinkedData = Record<string, unknown>

/** A programme as schema.org Course, with its sessions as events. */
export function courseLinkedData(programme: Programme, sessions: readonly SessionSummary[], origin: string, lang: Lang): LinkedData {
  const url = `${origin}/${lang}/formazione/${programme.slug}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: pick(lang, programme.title_it, programme.title_en).text,
    description: pick(lang, programme.summary_it, programme.summary_en).text,
    url,
    isAccessibleForFree: true,
    provider: programme.organisers.it.map((name) => ({ '@type': 'Organization', name })),
    hasCourseInstance: sessions.map((session) => ({
      '@type': 'CourseInstance',
      name: pick(lang, session.title_it, session.title_en).text,
      courseMode: 'online',
      startDate: session.startsAt.toISOString(),
      endDate: session.endsAt.toISOString(),
      url: `${url}/${session.slug}`,
    })),
  }
}

/** A session as schema.org EducationEvent. */
export function sessionLinkedData(programme: Programme, session: Session, origin: string, lang: Lang): LinkedData {
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationEvent',
    name: pick(lang, session.title_it, session.title_en).text,
    description: pick(lang, session.summary_it, session.summary_en).text,
    startDate: session.starts_at.toISOString(),
    endDate: session.ends_at.toISOString(),
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    isAccessibleForFree: true,
    url: `${origin}/${lang}/formazione/${programme.slug}/${session.slug}`,
    organizer: programme.organisers.it.map((name) => ({ '@type': 'Organization', name })),
  }
}
