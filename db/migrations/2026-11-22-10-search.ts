import { type Kysely, sql } from 'kysely'

/**
 * The PostgreSQL search index. Disposable: everything here is rebuilt from the catalogue (`casa reindex`).
 * tsvectors are made by our own analysis (search/analysis), not by a text search configuration, so that both engines
 * see the same words. search_word holds every printed word with the number of records that use it: it tells a typo
 * from a rare word, and must forget a word with its last record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_document (
      id text collate "C" primary key,
      type text collate "C" not null,
      record jsonb not null,
      sort_it text collate "C" not null,
      sort_en text collate "C" not null,
      facets text[] not null,
      published_at timestamptz,
      weight real not null,
      head tsvector not null,
      words tsvector not null,
      vocabulary text[] not null
    ) with (toast_tuple_target = 128)`.execute(db)
  // Counting and ranking read thousands of rows: what only a shown hit needs is kept out of them.
  for (const column of ['record', 'words', 'vocabulary'])
    await sql`alter table search_document alter ${sql.ref(column)} set storage external`.execute(db)
  for (const column of ['facets', 'head', 'sort_it', 'sort_en'])
    await sql`alter table search_document alter ${sql.ref(column)} set storage main`.execute(db)
  await sql`create index search_document_head on search_document using gin (head)`.execute(db)
  await sql`create index search_document_words on search_document using gin (words)`.execute(db)
  await sql`create index search_document_facets on search_document using gin (facets)`.execute(db)
  for (const column of ['sort_it', 'sort_en']) await sql`create index on search_document (${sql.ref(column)}, id)`.execute(db)
  await sql`create index search_document_newest on search_document (published_at desc nulls last, weight desc, id)`.execute(db)
  await sql`
    create table search_word (
      word text collate "C" primary key,
      token text collate "C" not null,
      documents integer not null
    )`.execute(db)
  await sql`create index search_word_token on search_word (token)`.execute(db)
  await sql`create index search_word_gone on search_word (documents) where documents <= 0`.execute(db)
  await sql`create index search_word_trigrams on search_word using gin (word gin_trgm_ops)`.execute(db)
  await sql`
    create table search_change (
      id text collate "C" primary key,
      changed_at timestamptz not null
    )`.execute(db)
  await sql`create index on search_change (changed_at)`.execute(db)
}
