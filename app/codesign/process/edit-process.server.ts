import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { onProcess } from './process-act.server.ts'
import type { ProcessFactsInput } from './process.schema.ts'

export type EditOutcome = { ok: true } | { ok: false; field: 'territory' | 'promoter_id'; reason: 'unknown-place' | 'invalid' }

/** Changes dates, place and promoter. The place is typed by its Italian name. Facilitators of the process. */
export async function editProcess(
  db: Db,
  actor: Person,
  processId: string,
  { territory, ...facts }: ProcessFactsInput,
): Promise<EditOutcome> {
  return await onProcess(db, actor, processId, 'process.edited', async (trx): Promise<EditOutcome> => {
    const place =
      territory === ''
        ? undefined
        : await trx
            .selectFrom('territory')
            .select('id')
            .where((eb) => eb.or([eb('name_it', '=', territory), eb('id', '=', territory)]))
            .executeTakeFirst()
    if (territory !== '' && !place) return { ok: false, field: 'territory', reason: 'unknown-place' }
    if (facts.promoter_id && !(await trx.selectFrom('organisation').select('id').where('id', '=', facts.promoter_id).executeTakeFirst()))
      return { ok: false, field: 'promoter_id', reason: 'invalid' }
    await trx.updateTable('process').set(facts).where('id', '=', processId).execute()
    await trx.deleteFrom('process_territory').where('process_id', '=', processId).execute()
    if (place) await trx.insertInto('process_territory').values({ process_id: processId, territory_id: place.id }).execute()
    return { ok: true }
  })
}
