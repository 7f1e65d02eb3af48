import type { Db } from '#db/connection.ts'

/** Takes every edition of a document out of public sight (unpublish, archive); their numbers and content stay. */
export async function withdrawEditions(db: Db, documentId: string): Promise<void> {
  await db
    .updateTable('edition')
    .set({ current: false, withdrawn_at: new Date().toISOString() })
    .where('document_id', '=', documentId)
    .where('withdrawn_at', 'is', null)
    .execute()
}
