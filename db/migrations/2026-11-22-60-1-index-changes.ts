import { type Kysely, sql } from 'kysely'

/** A number that grows with every change of PostgreSQL's search index, so that what was counted is not counted again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_state add column changes bigint not null default 0`.execute(db)
}
