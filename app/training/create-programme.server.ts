import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { emptyContent } from '#app/documents/schema/content.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { programmeColumns } from './edit-programme.server.ts'
import { canEditTraining } from './training.policy.ts'
import { type ProgrammeInput, reservedSlugs } from './training.schema.ts'

/**
 * Starts a programme: not public, with an empty Italian text and its English twin. Its address comes from the Italian
 * title and stays. Returns the address. Facilitators.
 */
export async function createProgramme(db: Db, actor: Person, input: ProgrammeInput): Promise<string> {
  if (!canEditTraining(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx) => {
    const taken = await trx.selectFrom('programme').select('slug').execute()
    const slug = freeSlug(slugOf(input.title_it, 'programma'), new Set([...reservedSlugs, ...taken.map((row) => row.slug)]))
    const texts = { it: emptyContent('programme'), en: emptyContent('programme') }
    const id = newId()
    await trx
      .insertInto('programme')
      .values({
        id,
        slug,
        document_id: await createDocument(trx, { kind: 'programme', sourceLang: 'it', texts, personId: actor.id }),
        ...programmeColumns(input),
      })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'programme.created', subject: `programme:${id}` })
    return slug
  })
}
