import { type Kysely, sql } from 'kysely'

/**
 * Until which day a participant's cookie opens their pages: 30 days after they last came (quality.md, sessions).
 * A day and not a moment, so that it tells nobody when they were there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table participant add secret_ends_on date`.execute(db)
}
