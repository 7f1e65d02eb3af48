import * as Y from 'yjs'
import { writeText } from '#app/documents/log/write-text.server.ts'
import type { Db } from '#db/connection.ts'
import { bringBack, type Range } from './bring-back.ts'

/**
 * Takes back what these participants did at tables: their words go, also inside others' paragraphs; what they deleted of
 * others' words comes back; what others wrote, before and meanwhile, stays. In the caller's transaction; returns how
 * many texts changed.
 */
export async function revertWords(trx: Db, participantIds: readonly string[]): Promise<number> {
  if (participantIds.length === 0) return 0
  const written = await trx
    .selectFrom('document_client as c')
    .innerJoin('codesign_table as t', 't.document_id', 'c.document_id')
    .where('c.person_id', 'in', participantIds)
    .select(['c.document_id as documentId', 'c.lang', 'c.client_id as client'])
    .execute()
  // Taken back once: done again it would bring everything back twice.
  const removed = await trx
    .deleteFrom('document_removal')
    .where('person_id', 'in', participantIds)
    .returning(['document_id as documentId', 'lang', 'client_id as client', 'clock', 'length'])
    .execute()
  const texts = Map.groupBy([...written, ...removed], (row) => `${row.documentId}.${row.lang}`)
  let changed = 0
  for (const rows of texts.values()) {
    const { documentId, lang } = rows[0]!
    const isHere = (row: { documentId: string; lang: string }) => row.documentId === documentId && row.lang === lang
    const clients = new Set(written.filter(isHere).map(({ client }) => client))
    const ranges: Range[] = removed.filter(isHere).filter(({ client }) => !clients.has(client))
    const change = ({ doc, fragment }: { doc: Y.Doc; fragment: Y.XmlFragment }) => {
      bringBack(doc, fragment, ranges)
      deleteWritten(doc, fragment, clients)
    }
    if (await writeText(trx, { documentId, lang, personId: null, change, into: new Y.Doc({ gc: false }) })) changed += 1
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
