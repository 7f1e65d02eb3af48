import type { Db } from '#db/connection.ts'

/** Catalogue ids of a programme, its sessions and take-aways: what a change of the programme may show or hide. */
export async function publicTrainingIds(trx: Db, programmeId: string): Promise<string[]> {
  const sessions = await trx.selectFrom('training_session').select('id').where('programme_id', '=', programmeId).execute()
  const takeAways = await trx
    .selectFrom('take_away as a')
    .innerJoin('training_session as s', 's.id', 'a.session_id')
    .select('a.id')
    .where('s.programme_id', '=', programmeId)
    .execute()
  return [`programme:${programmeId}`, ...sessions.map(({ id }) => `session:${id}`), ...takeAways.map(({ id }) => `take-away:${id}`)]
}
