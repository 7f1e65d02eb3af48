import { type Kysely, sql } from 'kysely'

/**
 * Files that come with a text (product.md A1). The list here is the draft's; publishing freezes it beside the words in
 * `edition.attachments` ([{fileId, title_it, title_en, name, mediaType, size}]), and only what is frozen there is public.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attachment (
      file_id uuid primary key references file on delete cascade,
      document_id uuid not null references document on delete cascade,
      title_it text not null,
      title_en text not null default '',
      position integer not null
    )`.execute(db)
  await sql`create index on attachment (document_id, position)`.execute(db)
  await sql`alter table edition add column attachments jsonb not null default '[]'`.execute(db)
}
