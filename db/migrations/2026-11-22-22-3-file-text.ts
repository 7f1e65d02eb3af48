import { type Kysely, sql } from 'kysely'

/**
 * The words of attached files (PDF, DOCX, ODT), read once after the upload. Whether they are findable is not decided
 * here: search takes those of files a current public edition lists. `record_document` leads from what
 * a catalogue id is made of to its text.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table file_text (
      file_id uuid primary key references file on delete cascade,
      outcome text not null check (outcome in ('read', 'empty', 'unreadable', 'too-much')),
      body text not null default '',
      cut boolean not null default false,
      read_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create view record_document as
      select type, id as record_id, document_id from practice
      union all select 'chapter', id, document_id from chapter
      union all select 'programme', id, document_id from programme
      union all select 'session', id, document_id from training_session
      union all select 'take-away', id, document_id from take_away`.execute(db)
}
