import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import type { Actor } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { territoryExists } from './create-organisation.server.ts'
import { canEditOrganisation } from './organisation.policy.ts'
import type { OrganisationInput } from './organisation.schema.ts'

/** Saves a body's page; the slug stays. Editors and its contacts. Refusal: `territory` (unknown place). */
export async function editOrganisation(
  db: Db,
  actor: Actor,
  slug: string,
  input: OrganisationInput,
): Promise<{ ok: true } | { ok: false; reason: 'territory' }> {
  return await db.transaction().execute(async (trx) => {
    const organisation = await trx.selectFrom('organisation').select(['id', 'name']).where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!organisation) throw new AppError('not-found')
    if (actor.kind !== 'person' || !canEditOrganisation(actor, organisation)) throw new AppError('forbidden')
    if (!(await territoryExists(trx, input.territory_id))) return { ok: false, reason: 'territory' }
    await trx
      .updateTable('organisation')
      .set({ ...input, updated_at: new Date() })
      .where('id', '=', organisation.id)
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'organisation.edited', subject: `organisation:${organisation.id}` })
    const named = input.name === organisation.name ? [] : await recordsNaming(trx, organisation.id)
    await enqueueIndexing(trx, [`organisation:${organisation.id}`, ...named])
    return { ok: true }
  })
}

/** The catalogue prints a body's name inside its practices. */
async function recordsNaming(trx: Db, organisationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('practice_organisation')
    .innerJoin('practice', 'practice.id', 'practice_organisation.practice_id')
    .select(['practice.type', 'practice.id'])
    .where('practice_organisation.organisation_id', '=', organisationId)
    .execute()
  return rows.map(({ type, id }) => `${type}:${id}`)
}
