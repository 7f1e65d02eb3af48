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
