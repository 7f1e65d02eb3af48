import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvHeader, csvRows, feature, type Located, openFields } from './open-data.ts'

const record: Located = {
  id: 'practice:1',
  type: 'practice',
  url: 'https://example.org/it/buone-pratiche/casa',
  title_it: 'Casa, "orto" e scuola',
  title_en: '',
  summary_it: 'Una riga\ne un’altra',
  summary_en: '',
  kinds: ['cohousing', 'hosting'],
  themes: ['housing'],
  targets: [],
  territories: ['comune:048017'],
  territory_names: ['Firenze'],
  place: 'Firenze',
  country: 'IT',
  period_start: '2021',
  period_end: null,
  ongoing: true,
  lead: ['Comune di Firenze'],
  partners: [],
  cost: '',
  full_sheet: false,
  status: 'public-source',
  sources: ['https://example.org'],
  licence: 'CC BY 4.0',
  published_at: null,
  updated_at: '2026-11-22T10:00:00.000Z',
  lat: 43.77,
  lon: 11.25,
}

it('writes rows that read back as they were', () => {
  const [row] = parse(csvHeader() + csvRows([record]), { columns: true }) as Record<string, string>[]
  expect(Object.keys(row ?? {})).toEqual([...openFields])
  expect(row).toMatchObject({
    title_it: 'Casa, "orto" e scuola',
    summary_it: 'Una riga\ne un’altra',
    kinds: 'cohousing|hosting',
    ongoing: 'true',
    period_end: '',
  })
})

it.each(['=HYPERLINK("x")', '+39 055', '-1', '@cmd', '\tx', '\rx'])('does not let %j start a formula in a spreadsheet', (title_it) => {
  const [row] = parse(csvHeader() + csvRows([{ ...record, title_it }]), { columns: true }) as Record<string, string>[]
  expect(row?.title_it).toBe(`'${title_it}`)
})

it('covers every field of a record, each once', () => {
  const { lat: _lat, lon: _lon, ...open } = record
  expect([...openFields].sort()).toEqual(Object.keys(open).sort())
})

it('puts a record on the map where it has coordinates, and nowhere else', () => {
  expect(feature(record)).toMatchObject({ geometry: { type: 'Point', coordinates: [11.25, 43.77] }, properties: { title_en: '' } })
  expect(feature({ ...record, lat: null })).toMatchObject({ geometry: null })
})
