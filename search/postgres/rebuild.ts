import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Concepts } from '../analysis/concepts.ts'
import type { RebuildSource } from '../engine.ts'
import {
  analyseRows,
  countAllWords,
  deleteDocuments,
  type IndexTables,
  lockIndex,
  noteChange,
  writeDocuments,
  writeRows,
} from './write-documents.ts'

const next: IndexTables = { entry: 'search_entry_next', word: 'search_word_next' }

/** A rebuild was asked for while another one runs, in this process or elsewhere. */
export class RebuildUnderWay extends Error {
  constructor() {
    super('The search index is being rebuilt already')
  }
}

/**
 * Fills new tables beside the live ones, catches up with what changed meanwhile, and swaps them in one transaction:
 * readers see the old index, then the new one. Only one rebuild runs at a time; a second one is refused
 * (RebuildUnderWay).
 */
export async function rebuildPostgres(db: Db, source: RebuildSource, concepts: Concepts): Promise<number> {
  return db.connection().execute(async (one) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(hashtext('search rebuild')) as got`.execute(one)
    if (!rows[0]?.got) throw new RebuildUnderWay()
    try {
      return await rebuildAlone(db, source, concepts)
    } finally {
      await sql`select pg_advisory_unlock(hashtext('search rebuild'))`.execute(one)
    }
  })
}

async function rebuildAlone(db: Db, source: RebuildSource, concepts: Concepts): Promise<number> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const started = rows[0]?.now ?? new Date()
  await dropNext(db)
  await sql`create table search_entry_next (like search_entry including all excluding indexes) with (toast_tuple_target = 128)`.execute(db)
  await sql`alter table search_entry_next add primary key (id)`.execute(db)
  await sql`create table search_word_next (like search_word including all)`.execute(db)
  let writing = Promise.resolve()
  for await (const batch of source.batches()) {
    const rows = analyseRows(batch, concepts) // while the database writes the batch before
    await writing
    writing = writeRows(db, next, rows, false)
    writing.catch(() => undefined) // awaited at the next turn; until then no unhandled rejection
  }
  await writing
  await countAllWords(db, next)
  await indexNext(db)
  await sql`vacuum (analyze) search_entry_next, search_word_next`.execute(db)
  return db.transaction().execute(async (trx) => {
    await lockIndex(trx)
    const changes = await source.changedSince(started)
    await deleteDocuments(
      trx,
      next,
      changes.filter((change) => !change.document).map((change) => change.id),
    )
    await writeDocuments(
      trx,
      next,
      changes.flatMap((change) => change.document ?? []),
      concepts,
    )
    // The index of the version before this one holds words that may since have been erased or withdrawn.
    await sql`truncate search_document`.execute(trx)
    // In the order searches lock them, or the two would wait for each other.
    for (const table of ['search_word', 'search_entry']) {
      await sql`drop table ${sql.table(table)}`.execute(trx)
      await sql`alter table ${sql.table(`${table}_next`)} rename to ${sql.table(table)}`.execute(trx)
    }
    await noteChange(trx)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from search_entry`.execute(trx)
    return rows[0]?.n ?? 0
  })
}

/** Made once the table is full: filling them row by row takes many times as long. Names are PostgreSQL's own, the live ones are taken. */
async function indexNext(db: Db): Promise<void> {
  await sql`create index on search_entry_next using gin (keys) with (fastupdate = off)`.execute(db)
  for (const column of ['sort_it', 'sort_en']) await sql`create index on search_entry_next (${sql.ref(column)}, id)`.execute(db)
  await sql`create index on search_entry_next (published_at desc nulls last, weight desc, id)`.execute(db)
}

const dropNext = (db: Db) => sql`drop table if exists search_entry_next, search_word_next`.execute(db)
