import * as Y from 'yjs'
import type { Db } from '#db/connection.ts'
import { newId } from '#db/new-id.ts'
import { appendUpdates } from './log/append-updates.server.ts'
import { inTransaction } from './log/in-transaction.server.ts'
import { fragmentName } from './log/fragment-name.ts'
import { applyJson } from './log/text-json.ts'
import { withBlockIds } from './schema/block-ids.ts'
import { type DocumentKind, emptyContent, withSections } from './schema/content.ts'
import type { DocJson } from './schema/json.ts'
import { jsonProblem } from './schema/validate.ts'

type NewDocument = {
  kind: DocumentKind
  sourceLang: string
  /** Texts by language; the source language gets an empty one when it is missing. */
  texts?: Record<string, DocJson>
  personId?: string | null
}

/** Creates a document with its texts and returns its id; fixed sections of its kind are added where missing. */
export function createDocument(db: Db, { kind, sourceLang, texts = {}, personId = null }: NewDocument): Promise<string> {
  return inTransaction(db, async (trx) => {
    const id = newId()
    await trx.insertInto('document').values({ id, kind, source_lang: sourceLang }).execute()
    const all = { [sourceLang]: emptyContent(kind), ...texts }
    for (const [lang, content] of Object.entries(all))
      await addText(trx, { documentId: id, lang, content: withSections(kind, content), personId })
    return id
  })
}

type NewText = { documentId: string; lang: string; content: DocJson; personId?: string | null }

/** Adds a text in one more language. Throws when the document has one already, or the content is not allowed. */
export async function addText(db: Db, { documentId, lang, content, personId = null }: NewText): Promise<void> {
  const problem = jsonProblem(content)
  if (problem) throw new Error(`content of a new text: ${problem.reason}: ${problem.where}`)
  const doc = new Y.Doc()
  doc.transact(() => applyJson(doc.getXmlFragment(fragmentName), withBlockIds(content)))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  await inTransaction(db, async (trx) => {
    await trx.insertInto('document_text').values({ document_id: documentId, lang }).execute()
    const row = { documentId, lang, epoch: 1, update, personIds: personId ? [personId] : [] }
    await appendUpdates(trx, 'server', [row], personId ? { contributors: [{ documentId, lang, personId }] } : {})
  })
}
