import { createDocument } from '#app/documents/create-document.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { canCreateProcess } from './process.policy.ts'
import type { NewProcess } from './process.schema.ts'

/**
 * Begins a process: a draft with an Italian title, an empty text, and whoever begins it as its facilitator. Its address
 * comes from the title and stays. Returns the address. Facilitators and editors.
 */
export async function createProcess(db: Db, actor: Person, { title, summary }: NewProcess): Promise<string> {
  if (!canCreateProcess(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx) => {
    const taken = await trx.selectFrom('process').select('slug').execute()
    const slug = freeSlug(slugOf(title, 'percorso'), new Set(taken.map((row) => row.slug)))
    const id = newId()
    const documentId = await createDocument(trx, { kind: 'process', sourceLang: 'it', personId: actor.id })
    await trx.insertInto('process').values({ id, slug, document_id: documentId, created_by: actor.id }).execute()
    await trx.insertInto('process_text').values({ process_id: id, lang: 'it', title, summary }).execute()
    await trx.insertInto('process_facilitator').values({ process_id: id, person_id: actor.id }).execute()
    await recordAct(trx, { actorId: actor.id, action: 'process.created', subject: `process:${id}` })
    return slug
  })
}
