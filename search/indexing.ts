import { sql } from 'kysely'
import { raiseCatalogueVersion } from '#db/catalogue.ts'
import type { Db } from '#db/connection.ts'
import { analysisVersion } from './analysis/analysis-version.ts'
import { readRules } from './analysis/load-concepts.ts'
import type { SearchEngine } from './engine.ts'
import { changedSince, readDocuments, readDocumentsInBatches } from './read-documents.ts'

const TASK = 'index-catalogue'

/**
 * Call in the transaction of every write that may change what is public: one job per catalogue id, run once the
 * transaction commits, never when it rolls back. A waiting job for the same id is replaced, not doubled.
 */
export async function enqueueIndexing(trx: Db, ids: readonly string[]): Promise<void> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return
  // Sorted: two transactions that enqueue the same ids take the job keys in the same order.
  await sql`
    select graphile_worker.add_job(${TASK}, json_build_object('id', id), job_key => id, priority => -10)
    from (select unnest(${unique.sort()}::text[]) as id) as ids`.execute(trx)
}

/** Brings one record in every engine to what the catalogue says now: written, or gone. Throws what failed, after trying all. */
export async function indexRecord(db: Db, engines: readonly SearchEngine[], id: string): Promise<void> {
  const failures: unknown[] = []
  for (const engine of engines) {
    try {
      await bringUpToDate(db, engine, id)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `Indexing ${id} failed in ${failures.length} engines`)
}

/** Reads and writes under a lock of the record, so that of two jobs the later read is also the later write. */
async function bringUpToDate(db: Db, engine: SearchEngine, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${engine.name} ${id}`}, 0))`.execute(trx)
    // Outside the transaction on purpose: a rebuild about to swap must see this change before it is written.
    await sql`insert into search_change (id, changed_at) values (${id}, clock_timestamp())
      on conflict (id) do update set changed_at = excluded.changed_at`.execute(db)
    const [document] = await readDocuments(trx, [id])
    await (document ? engine.upsert([document]) : engine.remove([id]))
    // Pages kept since the commit were made with the old index.
    await raiseCatalogueVersion(trx)
  })
}

type IndexingTask = (payload: unknown) => Promise<void>

/** Task handlers for the job runner. Failures are thrown: the job is retried until the engine is back. */
export function searchTasks(engines: readonly SearchEngine[], db: Db): Record<string, IndexingTask> {
  return {
    [TASK]: async (payload) => {
      const id = (payload as { id?: unknown } | null)?.id
      if (typeof id !== 'string') throw new Error(`${TASK} needs {id}, got ${JSON.stringify(payload)}`)
      await indexRecord(db, engines, id)
    },
  }
}

/** Rebuilds an engine's index from the catalogue while search goes on answering; resolves to the number of records. */
export async function reindex(db: Db, engine: SearchEngine, progress?: (done: number) => void): Promise<number> {
  const analysis = analysisVersion(await readRules(db))
  const documents = await engine.rebuild({
    async *batches() {
      let done = 0
      for await (const batch of readDocumentsInBatches(db)) {
        yield batch
        done += batch.length
        progress?.(done)
      }
    },
    changedSince: (moment) => changedSince(db, moment),
  })
  await sql`insert into search_state (engine, analysis, built_at) values (${engine.name}, ${analysis}, clock_timestamp())
    on conflict (engine) do update set analysis = excluded.analysis, built_at = excluded.built_at`.execute(db)
  await raiseCatalogueVersion(db)
  return documents
}

/** True when the index was built with the words of now: same code, same synonyms, same glossary. */
export async function hasCurrentAnalysis(db: Db, engine: Pick<SearchEngine, 'name'>): Promise<boolean> {
  const state = await db.selectFrom('search_state').select('analysis').where('engine', '=', engine.name).executeTakeFirst()
  return state?.analysis === analysisVersion(await readRules(db))
}

/** Ids the index lacks or has too many, compared with the catalogue; both empty when they are equal. */
export async function compareWithCatalogue(db: Db, engine: SearchEngine): Promise<{ missing: string[]; surplus: string[] }> {
  const rows = await db.selectFrom('catalogue_entry').select('id').distinct().execute()
  const wanted = new Set(rows.map((row) => row.id))
  const found = new Set(await engine.ids())
  return { missing: [...wanted].filter((id) => !found.has(id)).sort(), surplus: [...found].filter((id) => !wanted.has(id)).sort() }
}

/** Runs indexing jobs that failed (an engine was away) now instead of when their turn comes. */
export async function retryIndexing(db: Db): Promise<void> {
  await sql`
    select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
      where task_identifier = ${TASK} and attempts > 0 and locked_at is null), run_at => now(), attempts => 0)`.execute(db)
}
