import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { findTerritories } from '#app/territories/territory.queries.server.ts'
import { slugOf } from './organisation.ts'
import { canCreateOrganisation } from './organisation.policy.ts'
import type { OrganisationInput } from './organisation.schema.ts'

/** Adds a body; its slug comes from the name, with a number when taken. Editors only. Refusal: `territory` (unknown place). */
export async function createOrganisation(
  db: Db,
  actor: Actor,
  input: OrganisationInput,
): Promise<{ ok: true; slug: string } | { ok: false; reason: 'territory' }> {
  if (actor.kind !== 'person' || !canCreateOrganisation(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx) => {
    if (!(await territoryExists(trx, input.territory_id))) return { ok: false, reason: 'territory' }
    const id = newId()
    const base = slugOf(input.name)
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? base : `${base}-${number}`
      const made = await trx
        .insertInto('organisation')
        .values({ id, slug, ...input })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .executeTakeFirst()
      if (made.numInsertedOrUpdatedRows !== 1n) continue
      await recordAct(trx, { actorId: actor.id, action: 'organisation.created', subject: `organisation:${id}` })
      await enqueueIndexing(trx, [`organisation:${id}`])
      return { ok: true, slug }
    }
  })
}

export const territoryExists = async (db: Db, id: string | null): Promise<boolean> =>
  id === null || (await findTerritories(db, [id])).has(id)
