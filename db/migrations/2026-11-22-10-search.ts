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
      url text not null,
      texts jsonb not null,
      title_it text not null,
      title_en text not null,
      langs text[] not null,
      territories text[] not null,
      territories_within text[] not null,
      themes text[] not null,
      kinds text[] not null,
      targets text[] not null,
      periods text[] not null,
      status text collate "C" not null,
      published_at timestamptz,
      weight real not null,
      words tsvector not null,
      vocabulary text[] not null
    )`.execute(db)
  await sql`create index search_document_words on search_document using gin (words)`.execute(db)
  await sql`create index search_document_territories on search_document using gin (territories_within)`.execute(db)
  await sql`create index search_document_type on search_document (type, published_at desc)`.execute(db)
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
