import { Readable } from 'node:stream'
import type { Db } from '#db/connection.ts'
import { csvHeader, csvRows, feature, OPEN_LICENCE } from './open-data.ts'
import { openRecords } from './open-data.queries.server.ts'

export const openFormats = ['csv', 'json', 'geojson'] as const
export type OpenFormat = (typeof openFormats)[number]

const types: Record<OpenFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

/** Spreadsheets take a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\ufeff'

/** The open data file in this format as a streamed download; `ids` narrows it to some catalogue ids. */
export function openDataFile(db: Db, origin: string, format: OpenFormat, name: string, ids?: readonly string[]): Response {
  const pieces = { csv: csvPieces, json: jsonPieces, geojson: geoJsonPieces }[format](db, origin, ids)
  const body = Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      Link: `<${OPEN_LICENCE.url}>; rel="license"`,
      'Access-Control-Allow-Origin': '*',
    },
  })
}

async function* csvPieces(db: Db, origin: string, ids?: readonly string[]): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvHeader()
  for await (const batch of openRecords(db, origin, ids)) yield csvRows(batch)
}

const head = () => ({ licence: OPEN_LICENCE.name, licence_url: OPEN_LICENCE.url, generated_at: new Date().toISOString() })

async function* jsonPieces(db: Db, origin: string, ids?: readonly string[]): AsyncGenerator<string> {
  yield `${JSON.stringify(head()).slice(0, -1)},"records":[`
  let first = true
  for await (const batch of openRecords(db, origin, ids)) {
    const records = batch.map(({ lat: _lat, lon: _lon, ...record }) => JSON.stringify(record))
    yield (first ? '' : ',') + records.join(',')
    first = false
  }
  yield ']}\n'
}

async function* geoJsonPieces(db: Db, origin: string, ids?: readonly string[]): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection",${JSON.stringify(head()).slice(1, -1)},"features":[`
  let first = true
  for await (const batch of openRecords(db, origin, ids)) {
    yield (first ? '' : ',') + batch.map((record) => JSON.stringify(feature(record))).join(',')
    first = false
  }
  yield ']}\n'
}
