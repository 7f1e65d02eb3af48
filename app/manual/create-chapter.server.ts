import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { createDocument } from '#app/documents/create-document.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { reservedSlugs } from './chapter.ts'
import { canCreateChapter } from './manual.policy.ts'
import type { CreateChapterInput } from './manual.schema.ts'

export type CreateOutcome = { ok: true; slug: string; documentId: string } | { ok: false; reason: 'unknown-programme' }

/**
 * Starts a chapter: a draft with an empty Italian text, which those enrolled in its programme write too. Its address
 * comes from the title and stays. Facilitators.
 */
export async function createChapter(db: Db, actor: Person, { programme, ...columns }: CreateChapterInput): Promise<CreateOutcome> {
  if (!canCreateChapter(actor)) throw new AppError('forbidden')
  return await db.transaction().execute(async (trx): Promise<CreateOutcome> => {
    const programmeId = programme === '' ? null : programme
    if (programmeId && !(await trx.selectFrom('programme').select('id').where('id', '=', programmeId).executeTakeFirst()))
      return { ok: false, reason: 'unknown-programme' }
    const taken = await trx.selectFrom('chapter').select('slug').execute()
    const slug = freeSlug(slugOf(columns.title_it, 'capitolo'), new Set([...reservedSlugs, ...taken.map((row) => row.slug)]))
    const documentId = await createDocument(trx, { kind: 'chapter', sourceLang: 'it', personId: actor.id })
    const id = newId()
    await trx
      .insertInto('chapter')
      .values({ id, slug, document_id: documentId, programme_id: programmeId, ...columns })
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'chapter.created', subject: `chapter:${id}` })
    return { ok: true, slug, documentId }
  })
}
