import { expect, it } from 'vitest'
import { practiceInput } from './practice.schema.ts'

const least = {
  type: 'practice',
  title_it: 'Casa dei mestieri',
  title_en: '',
  summary_it: 'Un appartamento condiviso.',
  summary_en: '',
  territories: ['comune:048017'],
  place: '',
  leads: [],
  partners: [],
  period_start: '',
  period_end: '',
  ongoing: false,
  themes: ['theme:housing'],
  kinds: ['kind:cohousing'],
  targets: [],
  cost: '',
  contact: '',
  licence: 'CC BY 4.0',
  lesson: false,
  sources: [],
}
const problems = (change: object) =>
  practiceInput.safeParse({ ...least, ...change }).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? []

it('accepts the least a sheet needs', () => {
  expect(problems({})).toEqual([])
})

it('takes a year, a month or a day as a date, and nothing else', () => {
  for (const period_start of ['2021', '2021-05', '2021-05-04']) expect(problems({ period_start })).toEqual([])
  for (const period_start of ['21', '2021-13', '4 maggio', '3021']) expect(problems({ period_start })).toEqual([['period_start', 'date']])
})

it('refuses an end before the start and an end of what goes on', () => {
  expect(problems({ period_start: '2022', period_end: '2021' })).toEqual([['period_end', 'before-start']])
  expect(problems({ period_start: '2021-06', period_end: '2021' })).toEqual([])
  expect(problems({ period_end: '2021', ongoing: true })).toEqual([['period_end', 'ongoing']])
})

it('refuses control characters, script addresses and a body that is both lead and partner', () => {
  const id = '0190d3a5-7c1e-7000-8000-000000000001'
  expect(problems({ title_it: 'Casa\u0000' })).toEqual([['title_it', 'control']])
  expect(problems({ sources: [{ url: 'javascript:alert(1)', title: 'x' }] })[0]?.[0]).toBe('sources.0.url')
  expect(problems({ leads: [id], partners: [id] })).toEqual([['partners', 'lead-and-partner']])
})
