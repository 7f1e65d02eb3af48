import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

/** Rows of db/reference/<name>.csv as records of text; a byte order mark and CRLF are taken as they come. */
export function readReference(name: string): Record<string, string>[] {
  const file = path.join(import.meta.dirname, '../reference', `${name}.csv`)
  return parse(fs.readFileSync(file), { columns: true, bom: true, skip_empty_lines: true })
}

/** A column that must be there and not empty. */
export function field(row: Record<string, string>, name: string): string {
  const value = row[name]?.trim()
  if (!value) throw new Error(`Reference data: no ${name} in ${JSON.stringify(row)}`)
  return value
}
