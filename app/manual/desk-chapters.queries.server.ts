import type { Person } from '#app/shared/actor.ts'
import type { Db } from '#db/connection.ts'
import { changedSinceEdition } from '#app/documents/editions/unpublished-changes.server.ts'
import { listChapters } from './chapter.queries.server.ts'
import { canEditChapter, canPublishChapter, canReturnChapter, canSubmitChapter, canWriteChapter } from './manual.policy.ts'

/** Chapters somebody works on, with the languages written so far and what they may do with each. */
export async function readDeskChapters(db: Db, actor: Person) {
  const chapters = (await listChapters(db, actor)).filter((chapter) => canWriteChapter(actor, chapter) || canPublishChapter(actor))
  const documents = chapters.map((chapter) => chapter.documentId)
  const texts = documents.length
    ? await db.selectFrom('document_text').select(['document_id', 'lang']).where('document_id', 'in', documents).execute()
    : []
  const changed = await changedSinceEdition(db, documents)
  return chapters.map((chapter) => {
    const own = texts.filter((text) => text.document_id === chapter.documentId)
    return {
      ...chapter,
      langs: own.map((text) => text.lang),
      /** Says something else than the last edition of the same language. */
      changed: changed.has(chapter.documentId),
      edits: canEditChapter(actor, chapter),
      submits: chapter.state === 'draft' && canSubmitChapter(actor, chapter),
      returns: chapter.state === 'in-review' && canReturnChapter(actor, chapter),
      publishes: canPublishChapter(actor) && chapter.state !== 'archived',
    }
  })
}

export type DeskChapter = Awaited<ReturnType<typeof readDeskChapters>>[number]
