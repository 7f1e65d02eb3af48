import { expect, it } from 'vitest'
import { sourceLine } from '#app/shared/source.ts'
import { enrolSchema, materialLine, programmeSchema, sessionSchema } from './training.schema.ts'

const session = { title_it: 'Governance', day: '2023-06-01', start: '15:00', end: '18:00' }
const programme = { title_it: 'A', summary_it: 'B', starts_on: '2023-05-04', ends_on: '2023-06-08' }
const problems = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map((issue) => [issue.path.join('.'), issue.message])

it('a session needs a title, a day and hours in order; the rest may be empty', () => {
  expect(sessionSchema.safeParse(session).success).toBe(true)
  expect(problems(sessionSchema.safeParse({ ...session, title_it: ' ', day: '2023-13-01' }))).toEqual([
    ['title_it', 'required'],
    ['day', 'date'],
  ])
  expect(problems(sessionSchema.safeParse({ ...session, end: '14:00' }))).toEqual([['end', 'order']])
})

it('materials and sources are typed one a line and come back the same', () => {
  const material = { title: 'ETHOS', url: 'https://fiopsd.org/ethos', kind: 'guide' as const }
  const source = { key: 's1', url: 'https://aer.eu/x', title: 'Café', publisher: 'AER', readOn: '2026-11-22' }
  const parsed = sessionSchema.parse({ ...session, materials_it: `\n${materialLine(material)}\r\n`, sources_it: sourceLine(source) })
  expect(parsed.materials_it).toEqual([material])
  expect(parsed.sources_it).toEqual([source])
})

it.each([
  ['materials_it', 'Titolo senza indirizzo'],
  ['materials_it', 'Titolo | javascript:alert(1) | guide'],
  ['sources_it', 's1 | Titolo | ftp://example.org'],
])('a line that does not fit in %s is refused: %s', (field, line) => {
  expect(problems(sessionSchema.safeParse({ ...session, [field]: line }))).toEqual([[field, 'invalid-line']])
})

it('a programme ends after it starts', () => {
  expect(programmeSchema.safeParse({ ...programme, open: 'on' }).data?.open).toBe(true)
  expect(problems(programmeSchema.safeParse({ ...programme, ends_on: '2023-01-01' }))).toEqual([['ends_on', 'order']])
})

it('enrolling asks for the body one works for, in one line', () => {
  expect(problems(enrolSchema.safeParse({ body: '' }))).toEqual([['body', 'required']])
  expect(problems(enrolSchema.safeParse({ body: 'a\u0000b' }))).toEqual([['body', 'invalid']])
})
