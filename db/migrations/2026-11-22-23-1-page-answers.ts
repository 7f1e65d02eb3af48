import { type Kysely, sql } from 'kysely'

/**
 * "Was this page useful?": answers without person, network address or hour. The day is kept so that counts can be read
 * by month and comments be dropped when they are old.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table page_answer (
      id bigint generated always as identity primary key,
      page text collate "C" not null,
      lang text not null check (lang in ('it', 'en', 'ar')),
      useful boolean not null,
      comment text not null default '',
      day date not null
    )`.execute(db)
  await sql`create index on page_answer (page)`.execute(db)
}
