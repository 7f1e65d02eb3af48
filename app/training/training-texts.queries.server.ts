import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type Attachment, parseAttachments } from '#app/documents/attachments/attachment.ts'
import { parseContent, type Redaction, redactionOf } from '#app/documents/editions/edition.ts'
import type { DocJson } from '#app/documents/schema/json.ts'

export type PublishedText = {
  documentId: string
  lang: string
  content: DocJson
  publishedAt: Date
  attachments: Attachment[]
  redaction: Redaction | undefined
}

/** What readers see of these documents: current editions, Italian first. */
export async function publishedTexts(db: Db, documentIds: readonly string[]): Promise<PublishedText[]> {
  if (documentIds.length === 0) return []
  const rows = await db
    .selectFrom('edition')
    .select([
      'document_id as documentId',
      'lang',
      'content',
      'published_at as publishedAt',
      'sha256',
      'redacted_at',
      'earlier_sha256',
      'attachments',
    ])
    .where('document_id', 'in', documentIds)
    .where('current', '=', true)
    .orderBy(sql`lang <> 'it'`)
    .execute()
  return rows.map(({ documentId, lang, publishedAt, content, attachments, ...row }) => ({
    documentId,
    lang,
    publishedAt,
    content: parseContent(content),
    attachments: parseAttachments(attachments),
    redaction: redactionOf(row),
  }))
}

/** When the newest of them was published. */
export const newestOf = (texts: readonly PublishedText[]): Date | undefined =>
  texts.map((text) => text.publishedAt).reduce<Date | undefined>((newest, day) => (newest && newest > day ? newest : day), undefined)
