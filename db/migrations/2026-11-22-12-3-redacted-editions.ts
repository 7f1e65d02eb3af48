import { type Kysely, sql } from 'kysely'

/** An edition a passage was erased from says so, beside the hash it had before: whoever kept that hash finds out why it changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table edition add column redacted_at timestamptz, add column earlier_sha256 text[] not null default '{}'`.execute(db)
}
