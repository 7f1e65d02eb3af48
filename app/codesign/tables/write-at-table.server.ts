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

/** Who reads Arabic may well write Italian at an Italian table: only letters of their own tell. */
const letters: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  ur: /\p{Script=Arabic}/u,
  uk: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
}

/**
 * Adds a paragraph at the end of the table's text, as a form without JavaScript does; it says its language where
 * the letters show that it is not the table's, so that it is read aloud as it should. `reads` is the language of the
 * person's pages. Those who sit there, while it is open.
 */
export async function writeAtTable(
  db: Db,
  participant: Participant,
  text: { documentId: string; lang: string },
  line: string,
  reads: string = text.lang,
): Promise<void> {
  const table = await findTableOfDocumentUnchecked(db, text.documentId)
  if (!table || !canWriteTable(participant, table.facts)) throw new AppError('forbidden')
  const attrs = { id: newBlockId(), ...(reads !== text.lang && letters[reads]?.test(line) && { lang: reads }) }
  const block: NodeJson = { type: 'paragraph', attrs, content: [{ type: 'text', text: line }] }
  await writeText(db, { ...text, personId: participant.id, change: ({ json }) => withBlock(json(), block) })
}
