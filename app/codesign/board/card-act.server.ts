import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { lockForFacilitation } from '../process/process.queries.server.ts'

export type Card = { id: string; lang: string; participant_id: string | null; prompt_id: string | null }

/**
 * The skeleton of every act on cards: lock, allow, `write`, tell. Cards of another process, and those their authors
 * took back, are not found. At most 500 at once.
 */
export function onCards<Result>(
  db: Db,
  actor: Person,
  processId: string,
  ids: readonly string[],
  action: string,
  write: (trx: Db, cards: Card[]) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await lockForFacilitation(trx, actor, processId)
    const wanted = [...new Set(ids)].slice(0, 500)
    const found =
      wanted.length === 0
        ? []
        : await trx
            .selectFrom('contribution')
            .select(['id', 'lang', 'participant_id', 'prompt_id'])
            .where('id', 'in', wanted)
            .where('process_id', '=', processId)
            .where('state', '<>', 'withdrawn')
            .forUpdate()
            .execute()
    const cards = wanted.flatMap((id) => found.filter((card) => card.id === id))
    if (cards.length !== wanted.length || cards.length === 0) throw new AppError('not-found')
    const result = await write(trx, cards)
    const subject = cards.length === 1 ? `contribution:${wanted[0]}` : `process:${processId}`
    await recordAct(trx, { actorId: actor.id, action, subject, detail: { cards: cards.length } })
    return result
  })
}
