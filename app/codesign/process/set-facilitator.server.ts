import type { Person } from '#app/shared/actor.ts'
import { announceAccessChange } from '#app/people/session.server.ts'
import type { Db } from '#db/connection.ts'
import { onProcess } from './process-act.server.ts'

export type FacilitatorOutcome = { ok: true } | { ok: false; reason: 'unknown-person' | 'last-one' }

/** Gives somebody with an account, by their e-mail address, a hand in running the process. Facilitators of the process. */
export async function addFacilitator(db: Db, actor: Person, processId: string, email: string): Promise<FacilitatorOutcome> {
  return await onProcess(db, actor, processId, 'facilitator.added', async (trx): Promise<FacilitatorOutcome> => {
    const person = await trx
      .selectFrom('person')
      .select('id')
      .where('email', '=', email.toLowerCase())
      .where('suspended_at', 'is', null)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (!person) return { ok: false, reason: 'unknown-person' }
    await trx
      .insertInto('process_facilitator')
      .values({ process_id: processId, person_id: person.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await announceAccessChange(trx, person.id)
    return { ok: true }
  })
}

/** Takes it back within two seconds; the last facilitator stays. Facilitators of the process. */
export async function removeFacilitator(db: Db, actor: Person, processId: string, personId: string): Promise<FacilitatorOutcome> {
  return await onProcess(db, actor, processId, 'facilitator.removed', async (trx, { facilitatorIds }): Promise<FacilitatorOutcome> => {
    if (facilitatorIds.length <= 1) return { ok: false, reason: 'last-one' }
    await trx.deleteFrom('process_facilitator').where('process_id', '=', processId).where('person_id', '=', personId).execute()
    await announceAccessChange(trx, personId)
    return { ok: true }
  })
}
