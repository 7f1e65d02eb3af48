import type { z } from 'zod'
import type { Db } from '#db/connection.ts'
import type { Person } from '#app/shared/actor.ts'
import type { profileSchema } from './person.schema.ts'

/** Saves the actor's own name, short biography, language of mails, and whether organisations' pages may list them. */
export async function editProfile(db: Db, actor: Person, input: z.infer<typeof profileSchema>): Promise<void> {
  await db.updateTable('person').set(input).where('id', '=', actor.id).where('closed_at', 'is', null).execute()
}
