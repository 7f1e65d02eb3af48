import { type Kysely, sql } from 'kysely'

/**
 * The text behind every noun. A document has one live Yjs text per language; the log is the truth,
 * snapshots compact it, editions are what readers see.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document (
      id uuid primary key,
      kind text not null check (kind in ('practice', 'take-away', 'session', 'programme', 'chapter', 'page')),
      source_lang text not null,
      created_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table document_text (
      document_id uuid not null references document on delete cascade,
      lang text not null,
      epoch integer not null default 1,
      damaged_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      primary key (document_id, lang)
    )`.execute(db)
  await sql`
    create table document_update (
      id bigint generated always as identity primary key,
      document_id uuid not null,
      lang text not null,
      epoch integer not null,
      update bytea not null,
      sha256 bytea not null,
      person_ids uuid[] not null default '{}',
      node text not null,
      created_at timestamptz not null default now(),
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
  await sql`create index on document_update (document_id, lang, id)`.execute(db)
  await sql`
    create table document_snapshot (
      id bigint generated always as identity primary key,
      document_id uuid not null,
      lang text not null,
      epoch integer not null,
      state bytea not null,
      size integer not null,
      sha256 bytea not null,
      created_at timestamptz not null default now(),
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
  await sql`create index on document_snapshot (document_id, lang, id desc)`.execute(db)
  await sql`
    create table document_contributor (
      document_id uuid not null,
      lang text not null,
      person_id uuid not null references person on delete cascade,
      first_at timestamptz not null default now(),
      last_at timestamptz not null default now(),
      primary key (document_id, lang, person_id),
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
  // Whose Yjs client ids are whose: structs under another person's id are refused, or one update could bury
  // an absent colleague's unsent words. Ids in a text without a row here were written by the system.
  await sql`
    create table document_client (
      document_id uuid not null,
      lang text not null,
      client_id bigint not null,
      person_id uuid not null,
      primary key (document_id, lang, client_id),
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
  await sql`
    create table edition (
      id uuid primary key,
      document_id uuid not null references document on delete cascade,
      lang text not null,
      number integer not null,
      content jsonb not null,
      body text not null,
      contributors jsonb not null default '[]',
      sha256 text not null,
      note text not null default '',
      published_at timestamptz not null default now(),
      published_by uuid references person on delete set null,
      current boolean not null default true,
      withdrawn_at timestamptz,
      unique (document_id, lang, number)
    )`.execute(db)
  await sql`create unique index edition_current on edition (document_id, lang) where current`.execute(db)
  await sql`
    create table file (
      id uuid primary key,
      sha256 text not null,
      name text not null,
      media_type text not null,
      size bigint not null,
      width integer,
      height integer,
      document_id uuid references document on delete cascade,
      uploaded_by uuid references person on delete set null,
      created_at timestamptz not null default now()
    )`.execute(db)
}
