import { expect, it } from 'vitest'
import { readPracticeForm } from './practice-form.ts'

const choices = {
  territories: new Map([['Firenze (comune)', 'comune:048017']]),
  organisations: new Map([['Comune di Firenze', '0190d3a5-7c1e-7000-8000-000000000001']]),
}
const form = (fields: Record<string, string | string[]>) => {
  const data = new FormData()
  for (const [name, values] of Object.entries({ ...least, ...fields })) for (const value of [values].flat()) data.append(name, value)
  return readPracticeForm(data, choices)
}
const least = {
  type: 'practice',
  title_it: 'Casa dei mestieri',
  summary_it: 'Un appartamento condiviso.',
  territories: 'Firenze (comune)',
  kinds: 'kind:cohousing',
  themes: 'theme:housing',
  licence: 'CC BY 4.0',
}

it('reads names as typed, whatever their case and spaces, and leaves out empty rows', () => {
  const answer = form({
    territories: ['', ' firenze  (Comune) ', ''],
    leads: ['COMUNE DI FIRENZE'],
    problem: 'Mancano case.',
    ongoing: 'on',
  })
  expect(answer).toMatchObject({
    ok: true,
    input: { territories: ['comune:048017'], leads: ['0190d3a5-7c1e-7000-8000-000000000001'], ongoing: true, lesson: false },
    sections: { problem: 'Mancano case.' },
  })
})

it('pairs sources and leaves out empty pairs', () => {
  const answer = form({ source_url: ['https://example.org', ''], source_title: ['Una fonte', ''] })
  expect(answer).toMatchObject({ ok: true, input: { sources: [{ url: 'https://example.org', title: 'Una fonte' }] } })
})

it.each([
  [{ title_it: '' }, 'title_it', 'required'],
  [{ title_it: 'x'.repeat(141) }, 'title_it', 'tooLong'],
  [{ territories: 'Atlantide' }, 'territories', 'unknown'],
  [{ kinds: [] }, 'kinds', 'required'],
  [{ period_start: 'ieri' }, 'period_start', 'date'],
  [{ period_start: '2022', period_end: '2021' }, 'period_end', 'beforeStart'],
  [{ source_url: 'javascript:alert(1)', source_title: 'x' }, 'sources', 'url'],
  [{ source_url: 'https://example.org', source_title: '' }, 'sources', 'sourceTitle'],
  [{ problem: 'x'.repeat(20_001) }, 'problem', 'tooLong'],
  [{ licence: 'mine' }, 'licence', 'invalid'],
])('says what is wrong with %j and keeps everything typed', (fields, field, error) => {
  const answer = form(fields)
  expect(answer).toMatchObject({ ok: false, problems: { [field]: error }, typed: { summary_it: ['Un appartamento condiviso.'] } })
})
