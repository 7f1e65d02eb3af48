import fs from 'node:fs'
import path from 'node:path'
import { openDatabase } from '#db/connection.ts'

/** The database of the product under test: DATABASE_URL, or the one it started itself. */
export function openProductDatabase() {
  const file = path.join(process.env.CASA_E2E_DATA_DIR ?? '', 'postgres.json')
  const url = process.env.DATABASE_URL ?? (JSON.parse(fs.readFileSync(file, 'utf8')) as { url: string }).url
  return openDatabase({ url, max: 2, onError: (error) => console.error(error) })
}
