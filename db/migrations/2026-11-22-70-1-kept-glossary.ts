import { type Kysely, sql } from 'kysely'

/** Editors keep the glossary: words people type for a term, terms of their own, and when one changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table glossary_term
      add column also text[] not null default '{}',
      add column added boolean not null default false,
      add column edited_at timestamptz`.execute(db)
}
