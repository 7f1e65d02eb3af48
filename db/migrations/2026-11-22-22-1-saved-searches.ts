import { type Kysely, sql } from 'kysely'

/**
 * Searches a person keeps, and what they were told of already: a record is told once, also when a job runs twice or
 * the index comes late. `query` is the address of the result page after its question mark.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_search (
      id uuid primary key,
      person_id uuid not null references person on delete cascade,
      name text not null,
      query text not null,
      frequency text not null check (frequency in ('daily', 'weekly', 'feed')),
      created_at timestamptz not null default now(),
      checked_at timestamptz not null default now(),
      paused_at timestamptz,
      started_at timestamptz not null default now(),
      unique (person_id, query)
    )`.execute(db)
  await sql`
    create table saved_search_told (
      saved_search_id uuid not null references saved_search on delete cascade,
      record_id text collate "C" not null,
      told_at timestamptz not null default now(),
      primary key (saved_search_id, record_id)
    )`.execute(db)
  // Where a mail program stops this kind of mail with one click (RFC 8058); mails about the account have none.
  await sql`alter table kept_mail add column unsubscribe_url text`.execute(db)
}
