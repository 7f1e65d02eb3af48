import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Db } from './connection.ts'
import { loadTerritories, loadZoneMembership } from './reference-data/territories.ts'
import { loadGlossary, loadTerms } from './reference-data/words.ts'

/**
 * Loads what every installation has: territories, health zones, managed lists, glossary (db/reference). Runs after
 * every migration, any number of times, and never overwrites what an editor changed.
 */
export async function loadReferenceData(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await loadTerritories(trx)
    await loadZoneMembership(trx)
    await loadTerms(trx)
    await loadGlossary(trx)
  })
}

const KEY = 'reference-data'

/** What decides what is loaded: the files and the code that reads them. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['reference', 'reference-data'].map((name) => path.join(import.meta.dirname, name)))
    for (const file of fs.readdirSync(folder).sort()) hash.update(file).update(fs.readFileSync(path.join(folder, file)))
  return hash.digest('hex')
}

/** `loadReferenceData` when this database has not had exactly these data yet: a start with nothing new does not wait for it. */
export async function loadNewReferenceData(db: Db): Promise<void> {
  const loaded = fingerprint()
  const known = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst()
  if (known?.value === loaded) return
  await loadReferenceData(db)
  const value = JSON.stringify(loaded)
  await db
    .insertInto('setting')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
