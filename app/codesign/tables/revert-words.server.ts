import * as Y from 'yjs'
import { writeText } from '#app/documents/log/write-text.server.ts'
import type { Db } from '#db/connection.ts'

/**
 * Takes back what these participants wrote at tables and leaves what others wrote, also inside their paragraphs. What
 * they deleted comes back from the versions page only: a deletion has no author in the text. In the caller's
 * transaction; returns how many texts changed.
 */
export async function revertWords(trx: Db, participantIds: readonly string[]): Promise<number> {
  if (participantIds.length === 0) return 0
  const rows = await trx
    .selectFrom('document_client as c')
    .innerJoin('codesign_table as t', 't.document_id', 'c.document_id')
    .where('c.person_id', 'in', participantIds)
    .select(['c.document_id as documentId', 'c.lang', 'c.client_id as client'])
    .execute()
  const texts = Map.groupBy(rows, (row) => `${row.documentId}.${row.lang}`)
  let changed = 0
  for (const [{ documentId, lang }, ...more] of [...texts.values()].map((list) => [list[0]!, ...list] as const)) {
    const clients = new Set(more.map((row) => row.client))
    if (await writeText(trx, { documentId, lang, personId: null, change: ({ doc, fragment }) => deleteWritten(doc, fragment, clients) }))
      changed += 1
  }
  return changed
}

/** Deletes live words written under these client ids, then elements of theirs in which nobody's words are left. */
function deleteWritten(doc: Y.Doc, fragment: Y.XmlFragment, clients: ReadonlySet<number>): void {
  doc.transact((transaction) => {
    const elements: Y.Item[] = []
    for (const client of clients)
      for (const struct of doc.store.clients.get(client) ?? []) {
        // Attributes (parentSub) go with their element; on others' elements they stay.
        if (!(struct instanceof Y.Item) || struct.deleted || struct.parentSub !== null) continue
        if (struct.content instanceof Y.ContentType) elements.push(struct)
        else struct.delete(transaction)
      }
    // Innermost last in the store, so from the end; an outer one may empty only after its inner ones are gone.
    for (const element of elements.toReversed()) if (!element.deleted && !holdsWords(element)) element.delete(transaction)
    if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement('paragraph')])
  })
}

function holdsWords(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return item.countable
  for (let child = (item.content.type as Y.AbstractType<unknown>)._start; child; child = child.right)
    if (!child.deleted && holdsWords(child)) return true
  return false
}
