import { stringify } from 'csv-stringify/sync'

/** One published sheet as open data: flat, the same in every format. The keys are the columns, in order. */
export type OpenRecord = {
  id: string
  type: string
  url: string
  title_it: string
  title_en: string
  summary_it: string
  summary_en: string
  kinds: string[]
  themes: string[]
  targets: string[]
  territories: string[]
  territory_names: string[]
  place: string
  country: string
  period_start: string | null
  period_end: string | null
  ongoing: boolean
  lead: string[]
  partners: string[]
  cost: string
  full_sheet: boolean
  status: string
  sources: string[]
  licence: string
  published_at: string | null
  updated_at: string
}

export const openFields = [
  'id',
  'type',
  'url',
  'title_it',
  'title_en',
  'summary_it',
  'summary_en',
  'kinds',
  'themes',
  'targets',
  'territories',
  'territory_names',
  'place',
  'country',
  'period_start',
  'period_end',
  'ongoing',
  'lead',
  'partners',
  'cost',
  'full_sheet',
  'status',
  'sources',
  'licence',
  'published_at',
  'updated_at',
] as const satisfies readonly (keyof OpenRecord)[]

/** Licence of the collection; each record says its own. */
export const OPEN_LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }

/**
 * Rows as CSV (RFC 4180, lists joined by `|`), without header. A cell that a spreadsheet would take for a formula gets
 * an apostrophe in front (quality.md, "Access and input").
 */
export function csvRows(records: readonly OpenRecord[]): string {
  const rows = records.map((record) => openFields.map((field) => cell(record[field])))
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows' })
}

export const csvHeader = (): string => stringify([openFields], { record_delimiter: 'windows' })

function cell(value: OpenRecord[keyof OpenRecord]): string {
  if (Array.isArray(value)) return value.join('|')
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  return value ?? ''
}

export type Located = OpenRecord & { lat: number | null; lon: number | null }

/** A record as a GeoJSON feature at its first place with coordinates; region-wide ones have no geometry. */
export function feature({ lat, lon, ...properties }: Located): object {
  const geometry = lat === null || lon === null ? null : { type: 'Point', coordinates: [lon, lat] }
  return { type: 'Feature', id: properties.id, geometry, properties }
}
