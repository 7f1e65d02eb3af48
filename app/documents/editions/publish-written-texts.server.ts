import type { Db } from '#db/connection.ts'
import { inTransaction } from '../log/in-transaction.server.ts'
import { listTexts, readText } from '../log/read-text.server.ts'
import { isBlank } from '../schema/content.ts'
import { publishEdition } from './publish-edition.server.ts'

/**
 * Freezes an edition of every language of a document that has words in it; returns those languages, none when
 * nothing is written yet. Whether somebody may publish is decided by the noun, in the same transaction.
 */
export function publishWrittenTexts(db: Db, documentId: string, personId: string | null): Promise<string[]> {
  return inTransaction(db, async (trx) => {
    const published: string[] = []
    for (const { lang } of await listTexts(trx, documentId)) {
      const draft = await readText(trx, { documentId, lang })
      if (!draft || isBlank(draft.content)) continue
      await publishEdition(trx, { documentId, lang, personId })
      published.push(lang)
    }
    return published
  })
}
