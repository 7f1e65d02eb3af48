import { promises as fs } from 'node:fs'
import { storedFilePath } from '#app/shared/files/stored-file.server.ts'
import type { Db } from '#db/connection.ts'
import { parseAttachments } from '../attachments/attachment.ts'
import type { FindPassages } from './passages.ts'
import { wordsOfFile } from './words-of-file.server.ts'

/** A file that holds a passage, in its name, title or words. It can only be erased as a whole. */
export type FoundFile = { id: string; documentId: string; name: string; inWords: boolean }

/** Looks for passages in the files of all texts: names, titles (also those editions froze) and words. */
export async function findInFiles(db: Db, dataDir: string, find: FindPassages): Promise<FoundFile[]> {
  const rows = await db
    .selectFrom('file as f')
    .leftJoin('attachment as a', 'a.file_id', 'f.id')
    .where('f.document_id', 'is not', null)
    .select(['f.id', 'f.document_id', 'f.name', 'f.sha256', 'f.media_type', 'a.title_it', 'a.title_en'])
    .orderBy('f.id')
    .execute()
  const frozen = await frozenTitles(db)
  const found: FoundFile[] = []
  for (const { id, document_id, name, sha256, media_type, title_it, title_en } of rows) {
    const titles = [name, title_it ?? '', title_en ?? '', ...(frozen.get(id) ?? [])]
    const bytes = await fs.readFile(storedFilePath(dataDir, sha256)).catch(ifMissing)
    const words = bytes && (await wordsOfFile(bytes, media_type))
    const inWords = words !== undefined && find(words).length > 0
    if (document_id && (inWords || titles.some((title) => find(title).length > 0)))
      found.push({ id, documentId: document_id, name, inWords })
  }
  return found
}

async function frozenTitles(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('edition').select('attachments').execute()
  const titles = new Map<string, string[]>()
  for (const { fileId, name, title_it, title_en } of rows.flatMap((row) => parseAttachments(row.attachments)))
    titles.set(fileId, [...(titles.get(fileId) ?? []), name, title_it, title_en])
  return titles
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
