import { type Kysely, sql } from 'kysely'

/**
 * Edits that a stopping server could not commit are read back from a file at the next start. What was read is noted
 * here in the same transaction, so that a file met twice brings nothing twice, even when the log was compacted since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table spilled_edit (
      document_id uuid not null,
      lang text not null,
      epoch integer not null,
      sha256 bytea not null,
      imported_at timestamptz not null default now(),
      primary key (document_id, lang, epoch, sha256),
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
}
