import { type Kysely, sql } from 'kysely'

/**
 * The PostgreSQL search index for many records. `search_entry` takes the place of `search_document`, which stays
 * until the next contract migration so that an older server goes on answering meanwhile; empty, it is filled at start.
 * - `keys` answers every question from one index without reading rows: words, title words, neighbours, facet values.
 * - Rows are narrow: what only ranking or showing needs lies outside them, what counting needs is small numbers, each
 *   naming a set of facet values in `search_facet_set` (never changed, so servers may remember them).
 * - `search_state` holds what the index was built with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_facet_set (
      id integer generated always as identity primary key,
      facets text[] not null unique
    )`.execute(db)
  await sql`
    create table search_entry (
      id text collate "C" primary key,
      published_at timestamptz,
      weight real not null,
      basics integer not null,
      themes integer not null,
      kinds integer not null,
      targets integer not null,
      places integer not null,
      type text collate "C" not null,
      sort_it text collate "C" not null,
      sort_en text collate "C" not null,
      keys tsvector not null,
      head tsvector not null,
      words tsvector not null,
      record jsonb not null,
      vocabulary text[] not null
    ) with (toast_tuple_target = 128)`.execute(db)
  for (const column of ['head', 'words']) await sql`alter table search_entry alter ${sql.ref(column)} set storage external`.execute(db)
  for (const column of ['sort_it', 'sort_en', 'type', 'id'])
    await sql`alter table search_entry alter ${sql.ref(column)} set storage plain`.execute(db)
  // Without the waiting list a change costs a few milliseconds more and every search after it nothing.
  await sql`create index search_entry_keys on search_entry using gin (keys) with (fastupdate = off)`.execute(db)
  for (const column of ['sort_it', 'sort_en']) await sql`create index on search_entry (${sql.ref(column)}, id)`.execute(db)
  await sql`create index search_entry_newest on search_entry (published_at desc nulls last, weight desc, id)`.execute(db)
  await sql`
    create table search_state (
      engine text collate "C" primary key,
      analysis text collate "C" not null,
      built_at timestamptz not null
    )`.execute(db)
}
