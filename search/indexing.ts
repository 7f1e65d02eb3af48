import { sql } from 'kysely'
import { raiseCatalogueVersion } from '#db/catalogue.ts'
import type { Db } from '#db/connection.ts'
import { analysisVersion } from './analysis/analysis-version.ts'
import { readRules } from './analysis/load-concepts.ts'
import type { SearchEngine } from './engine.ts'
import { changedSince, readDocuments, readDocumentsInBatches } from './read-documents.ts'
import { doneAlong, INDEX_TASK, lockedNow, type WaitingJob, waitingJobs } from './waiting-jobs.ts'

/**
 * Call in the transaction of every write that may change what is public: one job per catalogue id, run once the
 * transaction commits, never when it rolls back. A waiting job for the same id is replaced, not doubled. They are before
 * all other jobs, but run one after another (each takes those along that wait): mail is not held up by them.
 */
export async function enqueueIndexing(trx: Db, ids: readonly string[]): Promise<void> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return
  // Sorted: two transactions that enqueue the same ids take the job keys in the same order.
  await sql`
    select graphile_worker.add_job(${INDEX_TASK}, json_build_object('id', id), queue_name => ${INDEX_TASK}, job_key => id, priority => -10)
    from (select unnest(${unique.sort()}::text[]) as id) as ids`.execute(trx)
}

/**
 * Brings a record in every engine to what the catalogue says now: written, or gone; and with it, unless `alone`, records
 * whose jobs wait. Throws what failed, after trying all engines.
 */
export async function indexRecord(db: Db, engines: readonly SearchEngine[], id: string, { alone = true } = {}): Promise<void> {
  let along = alone ? [] : await waitingJobs(db, id)
  const failures: unknown[] = []
  for (const engine of engines) {
    try {
      along = await bringUpToDate(db, engine, id, along)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 0) return doneAlong(db, along)
  if (failures.length === 1) throw failures[0]
  throw new AggregateError(failures, `Indexing ${id} failed in ${failures.length} engines`)
}

/** Resolves to the jobs that could be done along: all but those whose record somebody else is writing. */
async function bringUpToDate(db: Db, engine: SearchEngine, id: string, waiting: WaitingJob[]): Promise<WaitingJob[]> {
  const lockOf = (record: string): string => `${engine.name} ${record}`
  return db.transaction().execute(async (trx) => {
    // Reads and writes under a lock of each record, so that of two jobs the later read is also the later write.
    await sql`select pg_advisory_xact_lock(hashtextextended(${lockOf(id)}, 0))`.execute(trx)
    const along = await lockedNow(trx, waiting, lockOf)
    const ids = [id, ...along.map((job) => job.id)].sort()
    // Outside the transaction on purpose: a rebuild about to swap must see these changes before they are written.
    await sql`insert into search_change (id, changed_at) select unnest(${ids}::text[]), clock_timestamp()
      on conflict (id) do update set changed_at = excluded.changed_at`.execute(db)
    const documents = await readDocuments(trx, ids)
    const there = new Set(documents.map((document) => document.id))
    const gone = ids.filter((each) => !there.has(each))
    if (documents.length > 0) await engine.upsert(documents)
    if (gone.length > 0) await engine.remove(gone)
    // Pages kept since the commit were made with the old index.
    await raiseCatalogueVersion(trx)
    return along
  })
}

const REFRESH_TASK = 'refresh-index'

/**
 * Call in the transaction of a change of the words texts are found by (glossary, synonyms): indexes are made anew some
 * seconds after, once for several changes in a row, when no process remembers the old words any more (load-concepts.ts).
 */
export async function enqueueRefresh(trx: Db): Promise<void> {
  await sql`
    select graphile_worker.add_job(${REFRESH_TASK}, '{}', job_key => ${REFRESH_TASK}, run_at => now() + interval '5 seconds')`.execute(trx)
}

type IndexingTask = (payload: unknown, job?: { attempt: number }) => Promise<void>

/**
 * Task handlers for the job runner. Failures are thrown: the job is retried until the engine is back. A job that failed
 * before runs alone, so that a record an engine refuses holds up no other.
 */
export function searchTasks(engines: readonly SearchEngine[], db: Db): Record<string, IndexingTask> {
  return {
    [INDEX_TASK]: async (payload, { attempt } = { attempt: 1 }) => {
      const id = (payload as { id?: unknown } | null)?.id
      if (typeof id !== 'string') throw new Error(`${INDEX_TASK} needs {id}, got ${JSON.stringify(payload)}`)
      await indexRecord(db, engines, id, { alone: attempt > 1 })
    },
    [REFRESH_TASK]: async () => {
      for (const engine of engines) if (!(await hasCurrentAnalysis(db, engine))) await reindex(db, engine)
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
