import { type DateArray, createEvents } from 'ics'
import { romeParts } from '#app/shared/rome-time.ts'

export type Meeting = {
  /** Stays the same when the meeting is changed, so that calendars replace it. */
  uid: string
  title: string
  description: string
  url: string
  place: string
  startsAt: Date
  endsAt: Date
}

/** The rules of Italian time (RFC 5545 VTIMEZONE): calendars without a table of zones read the right hour too. */
const romeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Rome',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** A calendar file (.ics) of these meetings, in Europe/Rome time. */
export function calendarOf(name: string, meetings: readonly Meeting[]): string {
  const events = meetings.map((meeting) => ({
    uid: meeting.uid,
    title: meeting.title,
    description: meeting.description,
    url: meeting.url,
    location: meeting.place,
    start: clockOf(meeting.startsAt),
    end: clockOf(meeting.endsAt),
    startInputType: 'local' as const,
    startOutputType: 'local' as const,
    endInputType: 'local' as const,
    endOutputType: 'local' as const,
  }))
  const { error, value } = createEvents(events, { productId: 'casa-comune', calName: name })
  if (error || !value) throw error ?? new Error('No calendar was made')
  // The library writes floating times: name their zone and describe it.
  return value
    .replace(/^(DTSTART|DTEND):(?=\d{8}T\d{6}\r?$)/gm, '$1;TZID=Europe/Rome:')
    .replace('BEGIN:VEVENT', `${romeZone}\r\nBEGIN:VEVENT`)
}

function clockOf(moment: Date): DateArray {
  const { year, month, day, hour, minute } = romeParts(moment)
  return [year, month, day, hour, minute]
}
