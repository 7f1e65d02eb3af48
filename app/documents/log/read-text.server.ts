import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import type { DocJson } from '../schema/json.ts'
import { fragmentName } from './fragment-name.ts'
import { loadText } from './load-text.server.ts'
import { docJson } from './text-json.ts'

/** The draft of a text as it stands in the log; undefined when there is no such text. Throws DamagedTextError. */
export async function readText(db: Db, ref: TextRef): Promise<DocJson | undefined> {
  const text = await loadText(db, ref)
  if (!text) return undefined
  const json = docJson(text.doc, fragmentName)
  text.doc.destroy()
  return json
}

/** Languages a document has texts in, and when each was last changed. */
export function listTexts(db: Db, documentId: string): Promise<{ lang: string; updated_at: Date }[]> {
  return db.selectFrom('document_text').where('document_id', '=', documentId).select(['lang', 'updated_at']).orderBy('created_at').execute()
}
