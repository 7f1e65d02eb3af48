import { promises as fs } from 'node:fs'
import { sql } from 'kysely'
import { storedFilePath } from '#app/shared/files/stored-file.server.ts'
import type { Db } from '#db/connection.ts'
import type { DocJson, NodeJson } from '../schema/json.ts'
import { type Erased, rebuildText } from './rebuild-text.server.ts'

/** Which file went: its bytes are removed after the commit by `removeBytes`. */
export type ErasedFile = { id: string; documentId: string; sha256: string }

/**
 * Erases a file: off the draft, out of every edition and version that shows it. Undefined when there is no such file.
 * The texts that show it as a picture are rebuilt without it.
 */
export async function eraseFile(trx: Db, id: string): Promise<(ErasedFile & { texts: (Erased & { lang: string })[] }) | undefined> {
  const file = await trx
    .selectFrom('file')
    .where('id', '=', id)
    .select(['sha256', 'document_id', 'media_type'])
    .forUpdate()
    .executeTakeFirst()
  if (!file?.document_id) return undefined
  const documentId = file.document_id
  const texts = file.media_type.startsWith('image/') ? await withoutPicture(trx, documentId, id) : []
  await sql`
    update edition set attachments = (
      select coalesce(jsonb_agg(one order by place), '[]') from jsonb_array_elements(attachments) with ordinality as list (one, place)
      where one ->> 'fileId' <> ${id})
    where document_id = ${documentId} and attachments @> jsonb_build_array(jsonb_build_object('fileId', ${id}::text))`.execute(trx)
  await trx.deleteFrom('file').where('id', '=', id).execute()
  return { id, documentId, sha256: file.sha256, texts }
}

async function withoutPicture(trx: Db, documentId: string, id: string) {
  const rows = await trx.selectFrom('document_text').where('document_id', '=', documentId).select('lang').execute()
  const change = { content: (content: DocJson) => withoutImage(content, `/file/${id}/`), words: (words: string) => words }
  const texts: (Erased & { lang: string })[] = []
  for (const { lang } of rows) texts.push({ lang, ...(await rebuildText(trx, { documentId, lang, change })) })
  return texts
}

function withoutImage<T extends NodeJson>(node: T, address: string): T {
  const isPicture = (child: NodeJson) => child.type === 'image' && String(child.attrs?.src).includes(address)
  // An empty paragraph in its place: a section or a cell may not be left with nothing.
  const content = node.content?.map((child) => (isPicture(child) ? { type: 'paragraph' } : withoutImage(child, address)))
  return content ? { ...node, content } : node
}

/** Removes the bytes that no file row names any more. */
export async function removeBytes(db: Db, dataDir: string, files: readonly ErasedFile[]): Promise<void> {
  for (const { sha256 } of files) {
    const other = await db.selectFrom('file').where('sha256', '=', sha256).select('id').executeTakeFirst()
    if (!other) await fs.rm(storedFilePath(dataDir, sha256), { force: true })
  }
}
