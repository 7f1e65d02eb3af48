import { type Kysely, sql } from 'kysely'

/**
 * What was looked for and not found: the words, their language, how many asked. Nothing here leads to a person:
 * no account, session, address or time of day (app/discovery/missed-search.ts).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table missed_search (
      id uuid primary key,
      query text not null,
      lang text not null,
      askers integer not null,
      first_asked_on date not null default current_date,
      last_asked_on date not null default current_date,
      handled_on date,
      unique (lang, query)
    )`.execute(db)
}
