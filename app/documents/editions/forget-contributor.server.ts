import { sql } from 'kysely'
import { z } from 'zod'
import type { Tasks } from '#app/shared/jobs.server.ts'
import type { Db } from '#db/connection.ts'

/**
 * Takes somebody's name out of the contributors of every edition: an account that is closed leaves its texts, not its
 * name (privacy page; GDPR art. 17). The edition's hash is of its content alone and stays.
 */
export async function forgetContributor(db: Db, personId: string): Promise<void> {
  await sql`
    update edition set contributors = coalesce(
      (select jsonb_agg(one order by place) from jsonb_array_elements(contributors) with ordinality as list (one, place)
       where one ->> 'id' <> ${personId}), '[]')
    where contributors @> ${JSON.stringify([{ id: personId }])}::jsonb`.execute(db)
}

/** Enqueued by closing an account, in its transaction. */
export const editionTasks = (db: Db): Tasks => ({
  'forget-contributor': async (payload) => forgetContributor(db, z.object({ personId: z.uuid() }).parse(payload).personId),
})
