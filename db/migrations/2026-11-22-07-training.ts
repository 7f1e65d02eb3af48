import { type Kysely, sql } from 'kysely'

/**
 * Training programmes, their sessions, take-aways and who is enrolled. The jsonb lists are bilingual:
 * `{it: […], en: […]}`, parsed on read (app/training/training-lists.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table programme (
      id uuid primary key,
      slug text collate "C" not null unique,
      document_id uuid not null unique references document,
      title_it text not null,
      title_en text not null default '',
      summary_it text not null default '',
      summary_en text not null default '',
      for_whom_it text not null default '',
      for_whom_en text not null default '',
      place_it text not null default '',
      place_en text not null default '',
      organisers jsonb not null default '{"it":[],"en":[]}',
      sources jsonb not null default '{"it":[],"en":[]}',
      starts_on date not null,
      ends_on date not null,
      open boolean not null default false,
      published_at timestamptz,
      is_example boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create table training_session (
      id uuid primary key,
      programme_id uuid not null references programme on delete cascade,
      number integer not null,
      slug text collate "C" not null,
      document_id uuid not null unique references document,
      title_it text not null,
      title_en text not null default '',
      editorial_title boolean not null default false,
      summary_it text not null default '',
      summary_en text not null default '',
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      experts jsonb not null default '{"it":[],"en":[]}',
      materials jsonb not null default '{"it":[],"en":[]}',
      prompts jsonb not null default '{"it":[],"en":[]}',
      sources jsonb not null default '{"it":[],"en":[]}',
      meeting_url text,
      recording_url text,
      chapter_slug text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (programme_id, number),
      unique (programme_id, slug)
    )`.execute(db)
  await sql`
    create table take_away (
      id uuid primary key,
      session_id uuid not null references training_session on delete cascade,
      position integer not null,
      slug text collate "C" not null,
      document_id uuid not null unique references document,
      title_it text not null,
      title_en text not null default '',
      published_at timestamptz,
      example_text boolean not null default true,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (session_id, slug)
    )`.execute(db)
  await sql`
    create table enrolment (
      programme_id uuid not null references programme on delete cascade,
      person_id uuid not null references person on delete cascade,
      body text not null default '',
      territory_id text references territory,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      primary key (programme_id, person_id)
    )`.execute(db)
  await sql`create index on enrolment (person_id)`.execute(db)
}
