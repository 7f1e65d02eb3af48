import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { emptyContent } from '#app/documents/schema/content.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { canWriteTakeAway } from './training.policy.ts'
import type { TakeAwayInput } from './training.schema.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'

/**
 * Adds a take-away at the end of a session's list, a draft with an empty Italian text and its English twin.
 * Returns its id. Facilitators.
 */
export async function createTakeAway(db: Db, actor: Person, sessionId: string, input: TakeAwayInput): Promise<string> {
  if (!canWriteTakeAway(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx) => {
    const session = await trx.selectFrom('training_session').select('id').where('id', '=', sessionId).forUpdate().executeTakeFirst()
    if (!session) throw new AppError('not-found')
    const others = await trx.selectFrom('take_away').select(['slug', 'position']).where('session_id', '=', sessionId).execute()
    const texts = { it: emptyContent('take-away'), en: emptyContent('take-away') }
    const id = newId()
    await trx
      .insertInto('take_away')
      .values({
        id,
        session_id: sessionId,
        position: Math.max(0, ...others.map((other) => other.position)) + 1,
        slug: freeSlug(slugOf(input.title_it, 'in-sintesi'), new Set(others.map((other) => other.slug))),
        document_id: await createDocument(trx, { kind: 'take-away', sourceLang: 'it', texts, personId: actor.id }),
        ...input,
      })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'take-away.created', subject: `take-away:${id}` })
    return id
  })
}
