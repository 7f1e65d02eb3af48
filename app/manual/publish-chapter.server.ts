import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { publishWrittenTexts } from '#app/documents/editions/publish-written-texts.server.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { chapterState, mayBecome } from './chapter.ts'
import { canPublishChapter } from './manual.policy.ts'

export type PublishOutcome = { ok: true; langs: string[] } | { ok: false; reason: 'empty' | 'archived' }

/**
 * Freezes an edition of each language written so far and shows the chapter to everybody, findable at once; a
 * published chapter gets a new edition of what changed. Editors. Refuses an empty text and an archived chapter.
 */
export async function publishChapter(db: Db, actor: Person, slug: string): Promise<PublishOutcome> {
  return await db.transaction().execute(async (trx): Promise<PublishOutcome> => {
    const chapter = await trx
      .selectFrom('chapter')
      .select(['id', 'state', 'document_id', 'published_at'])
      .where('slug', '=', slug)
      .forUpdate()
      .executeTakeFirst()
    if (!chapter) throw new AppError('not-found')
    if (!canPublishChapter(actor)) throw new AppError('forbidden')
    if (!mayBecome(chapterState.parse(chapter.state), 'published')) return { ok: false, reason: 'archived' }
    const langs = await publishWrittenTexts(trx, chapter.document_id, actor.id)
    if (langs.length === 0) return { ok: false, reason: 'empty' }
    const now = new Date()
    const shown = { state: 'published', published_at: chapter.published_at ?? now, updated_at: now }
    await trx.updateTable('chapter').set(shown).where('id', '=', chapter.id).execute()
    await recordAct(trx, {
      actorId: actor.id,
      action: 'chapter.published',
      subject: `chapter:${chapter.id}`,
      detail: { langs: langs.join(' ') },
    })
    await enqueueIndexing(trx, [`chapter:${chapter.id}`])
    return { ok: true, langs }
  })
}
