import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { parseContent } from '../editions/edition.ts'
import { textOf } from '../reading/text-of.ts'
import type { Change } from './rebuild-text.server.ts'

type Redact = TextRef & { change: Change }

/**
 * Reissues every edition of a text that the change touches, under its number and address: new content and hash, the
 * earlier hash and the moment kept beside. Returns how many.
 */
export async function redactEditions(trx: Db, { documentId, lang, change }: Redact): Promise<number> {
  const editions = await trx
    .selectFrom('edition')
    .where('document_id', '=', documentId)
    .where('lang', '=', lang)
    .select(['id', 'content', 'sha256', 'note'])
    .forUpdate()
    .execute()
  let redacted = 0
  for (const edition of editions) {
    const content = parseContent(edition.content)
    const next = change.content(content)
    const note = change.words(edition.note)
    const stored = JSON.stringify(next)
    const isSame = stored === JSON.stringify(content)
    if (isSame && note === edition.note) continue
    redacted++
    if (isSame) {
      await trx.updateTable('edition').set({ note }).where('id', '=', edition.id).execute()
      continue
    }
    await trx
      .updateTable('edition')
      .set({
        content: stored,
        body: textOf(next),
        note,
        sha256: createHash('sha256').update(stored).digest('hex'),
        redacted_at: sql<Date>`now()`,
        earlier_sha256: sql<string[]>`earlier_sha256 || ${edition.sha256}::text`,
      })
      .where('id', '=', edition.id)
      .execute()
  }
  return redacted
}
