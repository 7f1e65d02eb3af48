import type { Person } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { addText } from '#app/documents/create-document.server.ts'
import { listTexts } from '#app/documents/log/read-text.server.ts'
import { emptyContent } from '#app/documents/schema/content.ts'
import { recordAct } from '#app/people/audit.server.ts'
import type { Db } from '#db/connection.ts'
import { chapterState } from './chapter.ts'
import { canEditChapter } from './manual.policy.ts'

/** Opens an empty text of a chapter in one more language, to be written in the editor. Nothing happens when it is there. Facilitators. */
export async function startTranslation(db: Db, actor: Person, slug: string, lang: 'en'): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const chapter = await trx
      .selectFrom('chapter')
      .select(['id', 'state', 'programme_id', 'document_id'])
      .where('slug', '=', slug)
      .forUpdate()
      .executeTakeFirst()
    if (!chapter) throw new AppError('not-found')
    if (!canEditChapter(actor, { state: chapterState.parse(chapter.state), programmeId: chapter.programme_id }))
      throw new AppError('forbidden')
    if ((await listTexts(trx, chapter.document_id)).some((text) => text.lang === lang)) return
    await addText(trx, { documentId: chapter.document_id, lang, content: emptyContent('chapter'), personId: actor.id })
    await recordAct(trx, { actorId: actor.id, action: 'chapter.translation-started', subject: `chapter:${chapter.id}`, detail: { lang } })
  })
}
