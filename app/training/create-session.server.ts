import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { emptyContent } from '#app/documents/schema/content.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { sessionColumns } from './edit-session.server.ts'
import { canEditTraining } from './training.policy.ts'
import { reservedSlugs, type SessionInput } from './training.schema.ts'

/**
 * Adds a session after a programme's last one, with the two sections of its Italian text empty and their English twin.
 * Its words are public once an editor publishes them. Returns its address. Facilitators.
 */
export async function createSession(db: Db, actor: Person, programmeId: string, input: SessionInput): Promise<string> {
  if (!canEditTraining(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx) => {
    // The lock gives two sessions added at once their own numbers.
    const programme = await trx.selectFrom('programme').select('id').where('id', '=', programmeId).forUpdate().executeTakeFirst()
    if (!programme) throw new AppError('not-found')
    const others = await trx.selectFrom('training_session').select(['slug', 'number']).where('programme_id', '=', programmeId).execute()
    const slug = freeSlug(slugOf(input.title_it, 'incontro'), new Set([...reservedSlugs, ...others.map((other) => other.slug)]))
    const texts = { it: emptyContent('session'), en: emptyContent('session') }
    const id = newId()
    await trx
      .insertInto('training_session')
      .values({
        id,
        slug,
        programme_id: programmeId,
        number: Math.max(0, ...others.map((other) => other.number)) + 1,
        document_id: await createDocument(trx, { kind: 'session', sourceLang: 'it', texts, personId: actor.id }),
        ...sessionColumns(input),
      })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'session.created', subject: `session:${id}` })
    return slug
  })
}
