import { type Kysely, sql } from 'kysely'

/** Managed lists (themes, kinds of solution, target groups) and the glossary. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table term (
      id text primary key,
      list text not null check (list in ('theme', 'kind', 'target')),
      code text collate "C" not null,
      name_it text not null,
      name_en text not null,
      name_ar text not null,
      position integer not null default 0,
      merged_into text references term,
      unique (list, code)
    )`.execute(db)
  await sql`
    create table glossary_term (
      id uuid primary key,
      slug text collate "C" not null unique,
      name_it text not null,
      name_en text not null,
      definition_it text,
      definition_en text
    )`.execute(db)
}
