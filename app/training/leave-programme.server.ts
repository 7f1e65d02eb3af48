import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { canLeave } from './training.policy.ts'
import { programmeFacts } from './training.queries.server.ts'

export type LeaveOutcome = { ok: true } | { ok: false; reason: 'over' | 'not-enrolled' }

/** Takes a person off a programme's list; what they wrote stays. A programme that is over keeps its list. */
export async function leaveProgramme(db: Db, actor: Person, slug: string): Promise<LeaveOutcome> {
  return await db.transaction().execute(async (trx): Promise<LeaveOutcome> => {
    const programme = await trx.selectFrom('programme').selectAll().where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!programme) throw new AppError('not-found')
    if (!canLeave({ ...actor, programmes: [programme.id] }, programmeFacts(programme))) return { ok: false, reason: 'over' }
    const left = await trx
      .updateTable('enrolment')
      .set({ ended_at: new Date() })
      .where('programme_id', '=', programme.id)
      .where('person_id', '=', actor.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (left.numUpdatedRows === 0n) return { ok: false, reason: 'not-enrolled' }
    await recordAct(trx, { actorId: actor.id, action: 'programme.left', subject: `programme:${programme.id}` })
    return { ok: true }
  })
}
