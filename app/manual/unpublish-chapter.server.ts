import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { chapterState, mayBecome } from './chapter.ts'
import { canPublishChapter } from './manual.policy.ts'

export type UnpublishOutcome = { ok: true } | { ok: false; reason: 'not-published' }

/**
 * Takes a chapter back to draft: gone from manual and search. Numbered editions of the whole book that contain it
 * stay readable, since they were published as a record. Editors.
 */
export async function unpublishChapter(db: Db, actor: Person, slug: string): Promise<UnpublishOutcome> {
  return await db.transaction().execute(async (trx): Promise<UnpublishOutcome> => {
    const chapter = await trx.selectFrom('chapter').select(['id', 'state']).where('slug', '=', slug).forUpdate().executeTakeFirst()
    if (!chapter) throw new AppError('not-found')
    if (!canPublishChapter(actor)) throw new AppError('forbidden')
    const state = chapterState.parse(chapter.state)
    if (state !== 'published' || !mayBecome(state, 'draft')) return { ok: false, reason: 'not-published' }
    await trx.updateTable('chapter').set({ state: 'draft', updated_at: new Date() }).where('id', '=', chapter.id).execute()
    await recordAct(trx, { actorId: actor.id, action: 'chapter.unpublished', subject: `chapter:${chapter.id}` })
    await enqueueIndexing(trx, [`chapter:${chapter.id}`])
    return { ok: true }
  })
}
