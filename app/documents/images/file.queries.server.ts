import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

export type FileFacts = {
  id: string
  sha256: string
  name: string
  mediaType: string
  size: number
  documentId: string | null
  /** Languages of the text it belongs to: access is asked for these. */
  langs: string[]
  /** True when a published edition that was not withdrawn shows it as a picture. */
  isPublic: boolean
  /** True when such an edition has it among its attachments: whoever may read the text may have it. */
  isAttached: boolean
}

/** A file and what decides who may have it; undefined when there is none. Access is the route's to ask. */
export async function findFileUnchecked(db: Db, id: string): Promise<FileFacts | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const row = await db
    .selectFrom('file as f')
    .where('f.id', '=', id)
    .select(['f.id', 'f.sha256', 'f.name', 'f.media_type as mediaType', 'f.size', 'f.document_id as documentId'])
    .select(sql<string[]>`array(select t.lang from document_text t where t.document_id = f.document_id)`.as('langs'))
    .select(
      sql<boolean>`exists(select from edition e where e.document_id = f.document_id and e.withdrawn_at is null
        and e.content::text like '%/file/' || f.id || '/%')`.as('isPublic'),
    )
    .select(
      sql<boolean>`exists(select from edition e where e.document_id = f.document_id and e.withdrawn_at is null
        and e.attachments @> jsonb_build_array(jsonb_build_object('fileId', f.id::text)))`.as('isAttached'),
    )
    .executeTakeFirst()
  return row
}
