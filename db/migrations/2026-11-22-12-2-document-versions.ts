import { type Kysely, sql } from 'kysely'

/**
 * The history of texts: states that stand by themselves, since Yjs drops deleted words from the log. `seen_at` is until
 * when the text was known to be the same, `alerted_at` when the operator was told that most of it had been removed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_version (
      id uuid primary key,
      document_id uuid not null,
      lang text not null,
      epoch integer not null,
      state bytea not null,
      size integer not null,
      sha256 bytea not null,
      characters integer not null,
      reason text not null check (reason in ('time', 'kept', 'restore', 'shrink')),
      name text check (length(name) between 1 and 120),
      contributors uuid[] not null default '{}',
      created_at timestamptz not null default clock_timestamp(),
      seen_at timestamptz not null default clock_timestamp(),
      alerted_at timestamptz,
      unique (document_id, lang, epoch, sha256),
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
  await sql`create index on document_version (document_id, lang, created_at desc)`.execute(db)
}
