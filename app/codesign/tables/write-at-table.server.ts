import { z } from 'zod'
import type { Participant } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import { writeText } from '#app/documents/log/write-text.server.ts'
import { newBlockId } from '#app/documents/schema/block-ids.ts'
import type { NodeJson } from '#app/documents/schema/json.ts'
import type { Db } from '#db/connection.ts'
import { withBlock } from '../ledger/place-contribution.server.ts'
import { canWriteTable } from './table.policy.ts'
import { findTableOfDocumentUnchecked } from './table.queries.server.ts'

/** One line of the plain form, for phones without JavaScript. */
export const tableLineSchema = z.object({ line: z.string().trim().min(1).max(2_000) })

/**
 * Adds a paragraph at the end of the table's text, as a form without JavaScript does; it says its language where that
 * is not the table's, so that it is read aloud as it should. Those who sit there, while it is open.
 */
export async function writeAtTable(
  db: Db,
  participant: Participant,
  text: { documentId: string; lang: string },
  line: string,
  writesIn: string = text.lang,
): Promise<void> {
  const table = await findTableOfDocumentUnchecked(db, text.documentId)
  if (!table || !canWriteTable(participant, table.facts)) throw new AppError('forbidden')
  const attrs = { id: newBlockId(), ...(writesIn !== text.lang && { lang: writesIn }) }
  const block: NodeJson = { type: 'paragraph', attrs, content: [{ type: 'text', text: line }] }
  await writeText(db, { ...text, personId: participant.id, change: ({ json }) => withBlock(json(), block) })
}
