import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { type DiffBlock, diffTexts } from '../reading/diff-texts.ts'
import { parseAttachments } from '../attachments/attachment.ts'
import { type Edition, parseContent, parseContributors, redactionOf } from './edition.ts'

const columns = [
  'id',
  'document_id',
  'lang',
  'number',
  'content',
  'body',
  'attachments',
  'contributors',
  'sha256',
  'note',
  'published_at',
  'current',
  'withdrawn_at',
  'redacted_at',
  'earlier_sha256',
] as const

const select = (db: Db) => db.selectFrom('edition').select(columns)
type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirst']>>>

const editionOf = ({
  document_id,
  published_at,
  withdrawn_at,
  redacted_at,
  earlier_sha256,
  content,
  contributors,
  attachments,
  ...row
}: Row): Edition => ({
  ...row,
  redaction: redactionOf({ redacted_at, earlier_sha256, sha256: row.sha256 }),
  documentId: document_id,
  publishedAt: published_at,
  withdrawn: withdrawn_at !== null,
  content: parseContent(content),
  contributors: parseContributors(contributors),
  attachments: parseAttachments(attachments),
})

/** What readers see of a text now; undefined when nothing is published in this language. */
export async function currentEdition(db: Db, { documentId, lang }: TextRef): Promise<Edition | undefined> {
  const row = await select(db).where('document_id', '=', documentId).where('lang', '=', lang).where('current', '=', true).executeTakeFirst()
  return row && editionOf(row)
}

/** The current edition in the reader's language, else in the source language, else in any: with the language it is in. */
export async function bestEdition(db: Db, documentId: string, lang: string): Promise<Edition | undefined> {
  const rows = await select(db)
    .innerJoin('document', 'document.id', 'edition.document_id')
    .where('document_id', '=', documentId)
    .where('current', '=', true)
    .orderBy((eb) => eb.case().when('lang', '=', lang).then(0).when('lang', '=', eb.ref('document.source_lang')).then(1).else(2).end())
    .limit(1)
    .clearSelect()
    .select(columns.map((column) => `edition.${column}` as const))
    .execute()
  return rows[0] && editionOf(rows[0])
}

/** One edition by id, current or not; whether it may be shown is the caller's to decide (`withdrawn`). */
export async function editionById(db: Db, id: string): Promise<Edition | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && editionOf(row)
}

export type EditionEntry = {
  id: string
  lang: string
  number: number
  note: string
  publishedAt: Date
  current: boolean
  withdrawn: boolean
}

/** All editions of a document (or of one of its texts), newest first, without their content. */
export async function listEditions(db: Db, documentId: string, lang?: string): Promise<EditionEntry[]> {
  const rows = await db
    .selectFrom('edition')
    .select(['id', 'lang', 'number', 'note', 'published_at', 'current', 'withdrawn_at'])
    .where('document_id', '=', documentId)
    .$if(lang !== undefined, (query) => query.where('lang', '=', lang!))
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ published_at, withdrawn_at, ...row }) => ({ ...row, publishedAt: published_at, withdrawn: withdrawn_at !== null }))
}

/** Difference in words between two editions, for `EditionDiff`; undefined when either is missing. */
export async function diffEditions(db: Db, beforeId: string, afterId: string): Promise<DiffBlock[] | undefined> {
  const [before, after] = await Promise.all([editionById(db, beforeId), editionById(db, afterId)])
  return before && after && diffTexts(before.content, after.content)
}
