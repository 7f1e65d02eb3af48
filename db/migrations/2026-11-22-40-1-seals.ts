import { type Kysely, sql } from 'kysely'

/**
 * The hash beside stored bytes says that they are whole; the seal says whose they are. Without one (rows of before) only
 * the hash is checked. Rows of before are not sealed afterwards: nobody could vouch for them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['document_update', 'document_snapshot', 'document_version'])
    await sql`alter table ${sql.table(table)} add column seal bytea`.execute(db)
}
