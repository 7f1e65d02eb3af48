import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { onCards } from './card-act.server.ts'

/** Where cards go: a group that exists, a new one by its title, or out of any group. */
export type IntoGroup = { groupId: string } | { title: string } | 'none'

/** Puts cards into a group. A group left without cards is taken away. Facilitators of the process. */
export async function groupCards(db: Db, actor: Person, processId: string, ids: readonly string[], into: IntoGroup): Promise<void> {
  await onCards(db, actor, processId, ids, 'contribution.grouped', async (trx, cards) => {
    const groupId = await groupFor(trx, processId, cards[0]?.prompt_id ?? null, into)
    await trx
      .updateTable('contribution')
      .set({ group_id: groupId })
      .where('id', 'in', [...ids])
      .execute()
    await trx
      .deleteFrom('contribution_group as g')
      .where('g.process_id', '=', processId)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('contribution as c').whereRef('c.group_id', '=', 'g.id').select('c.id'))),
      )
      .execute()
  })
}

async function groupFor(trx: Db, processId: string, promptId: string | null, into: IntoGroup): Promise<string | null> {
  if (into === 'none') return null
  if ('groupId' in into) {
    const known = await trx
      .selectFrom('contribution_group')
      .select('id')
      .where('id', '=', into.groupId)
      .where('process_id', '=', processId)
      .executeTakeFirst()
    if (!known) throw new AppError('not-found')
    return known.id
  }
  const last = await trx
    .selectFrom('contribution_group')
    .where('process_id', '=', processId)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  const id = newId()
  const row = { id, process_id: processId, prompt_id: promptId, position: (last?.position ?? 0) + 1, title: into.title.slice(0, 120) }
  await trx.insertInto('contribution_group').values(row).execute()
  return id
}
