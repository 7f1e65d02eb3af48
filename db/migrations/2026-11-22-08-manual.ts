import { type Kysely, sql } from 'kysely'

/** Chapters of the manual, and editions of the whole book that pin one text edition per chapter and language. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table chapter (
      id uuid primary key,
      slug text collate "C" not null unique,
      number integer not null,
      document_id uuid not null unique references document,
      programme_id uuid references programme on delete set null,
      title_it text not null,
      title_en text not null default '',
      summary_it text not null default '',
      summary_en text not null default '',
      state text not null default 'draft' check (state in ('draft', 'in-review', 'published', 'archived')),
      sources jsonb not null default '{"it":[],"en":[]}',
      is_example boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      published_at timestamptz
    )`.execute(db)
  await sql`
    create table manual_edition (
      version text collate "C" primary key,
      position integer not null unique,
      note_it text not null default '',
      note_en text not null default '',
      published_at timestamptz not null default now(),
      published_by uuid references person on delete set null
    )`.execute(db)
  await sql`
    create table manual_edition_chapter (
      version text not null references manual_edition on delete cascade,
      chapter_id uuid not null references chapter on delete cascade,
      lang text not null,
      edition_id uuid not null references edition,
      number integer not null,
      title text not null,
      summary text not null default '',
      sources jsonb not null default '[]',
      primary key (version, chapter_id, lang)
    )`.execute(db)
}
