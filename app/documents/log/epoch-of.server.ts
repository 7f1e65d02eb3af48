import type { Db } from '#db/connection.ts'
import { parseLiveName } from '../access.ts'

/** The epoch of a text: it grows when the text is rebuilt without some words. Undefined when there is no such text. */
export async function epochOf(db: Db, name: string): Promise<number | undefined> {
  const ref = parseLiveName(name)
  if (!ref) return undefined
  const row = await db
    .selectFrom('document_text')
    .where('document_id', '=', ref.documentId)
    .where('lang', '=', ref.lang)
    .select('epoch')
    .executeTakeFirst()
  return row?.epoch
}
