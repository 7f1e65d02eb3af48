import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { chapterState } from './chapter.ts'
import { canEditChapter } from './manual.policy.ts'
import type { ChapterInput } from './manual.schema.ts'

/** Changes a chapter's number, titles, summaries and sources; its address stays. Facilitators; not when archived. */
export async function editChapter(db: Db, actor: Person, slug: string, input: ChapterInput): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const chapter = await trx
      .selectFrom('chapter')
      .select(['id', 'state', 'programme_id'])
      .where('slug', '=', slug)
      .forUpdate()
      .executeTakeFirst()
    if (!chapter) throw new AppError('not-found')
    if (!canEditChapter(actor, { state: chapterState.parse(chapter.state), programmeId: chapter.programme_id }))
      throw new AppError('forbidden')
    const { sources_it, sources_en, ...columns } = input
    const sources = JSON.stringify({ it: sources_it, en: sources_en })
    await trx
      .updateTable('chapter')
      .set({ ...columns, sources, updated_at: new Date() })
      .where('id', '=', chapter.id)
      .execute()
    await recordAct(trx, { actorId: actor.id, action: 'chapter.edited', subject: `chapter:${chapter.id}` })
    await enqueueIndexing(trx, [`chapter:${chapter.id}`])
  })
}
