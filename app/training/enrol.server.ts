import type { z } from 'zod'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { canEnrol, canReadProgramme } from './training.policy.ts'
import { programmeFacts } from './training.queries.server.ts'
import type { enrolSchema } from './training.schema.ts'

export type EnrolOutcome = { ok: true } | { ok: false; reason: 'closed' | 'already' | 'unknown-territory' }

/**
 * Puts a person on a programme's list with the body and territory they come from; who left may come back.
 * Refuses a programme that takes no enrolments, one they are on already, and a territory that does not exist.
 */
export async function enrol(db: Db, actor: Person, slug: string, input: z.infer<typeof enrolSchema>): Promise<EnrolOutcome> {
  return await db.transaction().execute(async (trx): Promise<EnrolOutcome> => {
    const programme = await trx.selectFrom('programme').selectAll().where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!programme || !canReadProgramme(actor, programmeFacts(programme))) throw new AppError('not-found')
    // Asked of the table, not of the session's list, which may be a moment old.
    const place = await trx
      .selectFrom('enrolment')
      .select('ended_at')
      .where('programme_id', '=', programme.id)
      .where('person_id', '=', actor.id)
      .executeTakeFirst()
    if (place && place.ended_at === null) return { ok: false, reason: 'already' }
    if (!canEnrol({ ...actor, programmes: [] }, programmeFacts(programme))) return { ok: false, reason: 'closed' }
    const territory = input.territory === '' ? null : input.territory
    if (territory && !(await trx.selectFrom('territory').select('id').where('id', '=', territory).executeTakeFirst()))
      return { ok: false, reason: 'unknown-territory' }
    const fields = { body: input.body, territory_id: territory, ended_at: null }
    await trx
      .insertInto('enrolment')
      .values({ programme_id: programme.id, person_id: actor.id, ...fields })
      .onConflict((conflict) => conflict.columns(['programme_id', 'person_id']).doUpdateSet({ ...fields, created_at: new Date() }))
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'programme.enrolled', subject: `programme:${programme.id}` })
    return { ok: true }
  })
}
