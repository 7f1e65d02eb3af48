import type { Db } from '#db/connection.ts'
import { type Actor, hasRole } from '#app/shared/actor.ts'

/** Spoken answers are heard by the facilitators of the process, and by editors (quality.md, participants). */
export async function canHearVoices(db: Db, actor: Actor, processId: string): Promise<boolean> {
  if (actor.kind !== 'person') return false
  if (hasRole(actor, 'editor')) return true
  const row = await db
    .selectFrom('process_facilitator')
    .where('process_id', '=', processId)
    .where('person_id', '=', actor.id)
    .select('person_id')
    .executeTakeFirst()
  return row !== undefined
}
