import { expect, it } from 'vitest'
import { calendarOf, type Meeting } from './calendar.ts'
import { atRome } from '#app/shared/rome-time.ts'

const meeting: Meeting = {
  uid: 'session-5@casa-comune',
  title: 'Governance',
  description: 'Reti, accordi; chi fa che cosa',
  url: 'http://localhost:3000/it/formazione/a/b',
  place: 'Online',
  startsAt: atRome('2023-06-01', '15:00'),
  endsAt: atRome('2023-06-01', '18:00'),
}
const winter = { ...meeting, uid: 'w', startsAt: atRome('2026-11-26', '15:00'), endsAt: atRome('2026-11-26', '18:00') }

it('a calendar file gives the hours of Europe/Rome, in summer and in winter', () => {
  const file = calendarOf('Abitare sociale', [meeting, winter])
  expect(file).toContain('DTSTART;TZID=Europe/Rome:20230601T150000\r\n')
  expect(file).toContain('DTEND;TZID=Europe/Rome:20230601T180000\r\n')
  expect(file).toContain('DTSTART;TZID=Europe/Rome:20261126T150000\r\n')
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
  expect(file.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(file.indexOf('BEGIN:VEVENT'))
})

it('a calendar file keeps the meeting’s identity, words and address', () => {
  const file = calendarOf('Abitare sociale', [meeting])
  expect(file).toContain('UID:session-5@casa-comune')
  expect(file).toContain('SUMMARY:Governance')
  expect(file).toContain('chi fa che cosa')
  expect(file).toContain('LOCATION:Online')
  expect(file).toContain('URL:http://localhost:3000/it/formazione/a/b')
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
})
