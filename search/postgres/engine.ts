import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { conceptsOf } from '../analysis/load-concepts.ts'
import type { SearchEngine } from '../engine.ts'
import { noSets } from './facet-sets.ts'
import { keepCounts } from './kept-counts.ts'
import { rebuildPostgres } from './rebuild.ts'
import { searchPostgres } from './search.ts'
import { suggestPostgres } from './suggest.ts'
import { postgresVocabulary } from './vocabulary.ts'
import { deleteDocuments, liveTables, lockIndex, noteChange, writeDocuments } from './write-documents.ts'

/**
 * The engine that is always there: full text search in the same PostgreSQL, with our own analysis. `keptCounts`:
 * counts of so many questions are remembered while the index does not change.
 */
export function createPostgresEngine(db: Db, { keptCounts = 200 } = {}): SearchEngine {
  const concepts = conceptsOf(db)
  const vocabulary = postgresVocabulary(db)
  const sets = noSets()
  const kept = keepCounts(keptCounts)
  return {
    name: 'postgres',
    search: async (query) => searchPostgres(db, { concepts: await concepts(), vocabulary, sets, kept }, query),
    suggest: (text, lang, limit = 8) => suggestPostgres(db, vocabulary, text, lang, limit),
    async upsert(documents) {
      const now = await concepts()
      await db.transaction().execute(async (trx) => {
        await lockIndex(trx)
        await writeDocuments(trx, liveTables, documents, now)
        await noteChange(trx)
      })
    },
    async remove(ids) {
      await db.transaction().execute(async (trx) => {
        await lockIndex(trx)
        await deleteDocuments(trx, liveTables, ids)
        await noteChange(trx)
      })
    },
    rebuild: async (source) => rebuildPostgres(db, source, await concepts()),
    async ids() {
      const { rows } = await sql<{ id: string }>`select id from search_entry order by id`.execute(db)
      return rows.map((row) => row.id)
    },
    async health() {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from search_entry`.execute(db)
      return { ok: true, engine: 'postgres', documents: rows[0]?.n ?? 0 }
    },
  }
}
