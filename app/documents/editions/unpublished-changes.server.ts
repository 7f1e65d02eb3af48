import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#db/connection.ts'
import { readForEditing } from '../read-for-editing.server.ts'
import { withoutSuggestions } from '../reading/text-of.ts'

/**
 * Which of these documents say something else than their current edition, in a language that has one. The words decide:
 * a seed or a restore stamps a text anew without changing it, so that its time only tells which ones to read.
 */
export async function changedSinceEdition(db: Db, documentIds: readonly string[]): Promise<Set<string>> {
  const changed = new Set<string>()
  if (documentIds.length === 0) return changed
  const stamped = await db
    .selectFrom('edition as e')
    .innerJoin('document_text as t', (join) => join.onRef('t.document_id', '=', 'e.document_id').onRef('t.lang', '=', 'e.lang'))
    .where('e.document_id', 'in', documentIds)
    .where('e.current', '=', true)
    .whereRef('t.updated_at', '>', 'e.published_at')
    .select(['e.document_id as documentId', 'e.lang', 'e.content'])
    .execute()
  for (const { documentId, lang, content } of stamped) {
    const draft = await readForEditing(db, { documentId, lang })
    if (draft && !isDeepStrictEqual(JSON.parse(JSON.stringify(withoutSuggestions(draft.content))), content)) changed.add(documentId)
  }
  return changed
}
