import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { onProcess } from './process-act.server.ts'
import type { PhaseInput } from './process.schema.ts'

/** Adds a phase at the end, or changes one: its dates, and its words in one language. Facilitators of the process. */
export async function savePhase(db: Db, actor: Person, processId: string, input: PhaseInput): Promise<void> {
  const { id: known, lang, title, what_now, starts_on, ends_on } = input
  await onProcess(db, actor, processId, 'phase.saved', async (trx) => {
    const id = known ?? (await addPhase(trx, processId))
    const changed = await trx
      .updateTable('process_phase')
      .set({ starts_on, ends_on })
      .where('id', '=', id)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new AppError('not-found')
    await trx
      .insertInto('process_phase_text')
      .values({ phase_id: id, lang, title, what_now })
      .onConflict((conflict) => conflict.columns(['phase_id', 'lang']).doUpdateSet({ title, what_now, to_review: false }))
      .execute()
  })
}

async function addPhase(trx: Db, processId: string): Promise<string> {
  const last = await trx
    .selectFrom('process_phase')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  const id = newId()
  await trx
    .insertInto('process_phase')
    .values({ id, process_id: processId, position: (last?.position ?? 0) + 1 })
    .execute()
  return id
}
