import { type Kysely, sql } from 'kysely'

/**
 * How long a process keeps what participants said, counted in months from the day it ended. When the time is over their
 * words, recordings and sessions go (app/codesign/care/end-retention.server.ts); `erased_on` says that it was done.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table process
      add column keep_months integer not null default 24 check (keep_months between 1 and 120),
      add column closed_on date,
      add column erased_on date`.execute(db)
  await sql`
    update process set closed_on = greatest(coalesce(ends_on, updated_at::date), updated_at::date)
    where state in ('closed', 'archived')`.execute(db)
}
