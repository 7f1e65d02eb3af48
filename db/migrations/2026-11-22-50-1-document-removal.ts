import { type Kysely, sql } from 'kysely'

/**
 * What participants deleted of others' words at a table, as ranges of Yjs ids: "take back everything of one
 * participant" brings it back. Without times: nobody learns from it when somebody wrote.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_removal (
      id bigint generated always as identity primary key,
      document_id uuid not null,
      lang text not null,
      person_id uuid not null,
      client_id bigint not null,
      clock bigint not null,
      length bigint not null,
      foreign key (document_id, lang) references document_text on delete cascade
    )`.execute(db)
  await sql`create index on document_removal (person_id)`.execute(db)
  await sql`create index on document_removal (document_id, lang)`.execute(db)
}
