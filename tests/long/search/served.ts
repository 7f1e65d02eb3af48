import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Db, openDatabase } from '#db/connection.ts'
import { runningDatabaseUrl } from '#db/embedded/claim.ts'
import { startProduct } from '../../support/start-product.ts'

export type SearchEngineName = 'postgres' | 'meilisearch'
export type ServedSearch = {
  engine: SearchEngineName
  url: string
  db: Db
  /** Where its own data is, Meilisearch among it. */
  dataDir: string
  logs: () => string
  stop: () => Promise<void>
}

/** The folder of the Meilisearch to run with: MEILI_BIN, or the one on PATH. */
function meilisearchFolder(): string | undefined {
  const named = process.env.MEILI_BIN
  if (named && path.isAbsolute(named)) return path.dirname(named)
  return (process.env.PATH ?? '').split(path.delimiter).find((folder) => fs.existsSync(path.join(folder, 'meilisearch')))
}

/** Engines this machine can be asked with: says so when Meilisearch is not there. */
export function enginesHere(): SearchEngineName[] {
  if (meilisearchFolder()) return ['postgres', 'meilisearch']
  console.log('SKIPPED on Meilisearch: no `meilisearch` on PATH and no MEILI_BIN')
  return ['postgres']
}

/** The built product with its own database and, for Meilisearch, its own Meilisearch; everything it logs is kept. */
export async function serveSearch(engine: SearchEngineName): Promise<ServedSearch> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `casa-search-${engine}-`))
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !fs.existsSync(path.join(folder, 'meilisearch')))
  const PATH = [...folders, ...(engine === 'meilisearch' ? [meilisearchFolder() ?? ''] : [])].join(path.delimiter)
  const product = await startProduct(dataDir, { PATH, LOG_LEVEL: 'info', NODE_ENV: 'production' })
  const said: string[] = []
  for (const stream of [product.child.stdout, product.child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const url = runningDatabaseUrl(dataDir)
  if (!url) throw new Error('The product has no database of its own: unset DATABASE_URL')
  const { db } = openDatabase({ url, max: 6, onError: console.error })
  return {
    engine,
    url: product.url,
    db,
    dataDir,
    logs: () => said.join(''),
    async stop() {
      await db.destroy()
      await product.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
