import { type Lang, pick } from '#app/shared/languages.ts'
import type { ProcessPageData } from './process-page.queries.server.ts'

type Page = Pick<ProcessPageData, 'process' | 'text' | 'places' | 'meeting'>

/** A process as schema.org Event series: what, where, who, and the next meeting. */
export function processLinkedData({ process, text, places, meeting }: Page, origin: string, lang: Lang): Record<string, unknown> {
  const url = `${origin}/${lang}/partecipa/${process.slug}`
  const location = places.map((place) => ({ '@type': 'Place', name: pick(lang, place.name_it, place.name_en).text }))
  return {
    '@context': 'https://schema.org',
    '@type': 'EventSeries',
    name: text.title,
    description: text.summary,
    inLanguage: text.lang,
    url,
    isAccessibleForFree: true,
    ...(process.startsOn && { startDate: process.startsOn }),
    ...(process.endsOn && { endDate: process.endsOn }),
    ...(process.promoter && { organizer: { '@type': 'Organization', name: process.promoter } }),
    ...(location.length > 0 && { location }),
    ...(meeting && {
      subEvent: {
        '@type': 'Event',
        name: pick(lang, meeting.title_it, meeting.title_en).text,
        startDate: meeting.startsAt.toISOString(),
        endDate: meeting.endsAt.toISOString(),
        ...(meeting.place_it && { location: { '@type': 'Place', name: pick(lang, meeting.place_it, meeting.place_en).text } }),
      },
    }),
  }
}
