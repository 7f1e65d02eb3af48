import type { Db } from '#db/connection.ts'
import type { Attachment } from './attachment.ts'

/** Files of a draft, in order. Whether somebody may see a draft is the caller's to ask. */
export const listAttachments = (db: Db, documentId: string): Promise<Attachment[]> =>
  db
    .selectFrom('attachment as a')
    .innerJoin('file as f', 'f.id', 'a.file_id')
    .where('a.document_id', '=', documentId)
    .select(['a.file_id as fileId', 'a.title_it', 'a.title_en', 'f.name', 'f.media_type as mediaType', 'f.size'])
    .orderBy('a.position')
    .orderBy('a.file_id')
    .execute()
