import { rebuildText } from '#app/documents/erasure/rebuild-text.server.ts'
import type { DocJson } from '#app/documents/schema/json.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { withoutContribution } from './passages.ts'

/**
 * A consent was taken back: the words leave every text that holds them, with its versions and editions (reissued as
 * redacted, the earlier hash beside), and the index follows. A new epoch, so that no offline copy brings them back.
 * Doing it again does nothing.
 */
export async function takeOutQuote(db: Db, contributionId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const places = await trx
      .selectFrom('contribution_placement')
      .select(['document_id as documentId', 'lang'])
      .distinct()
      .where('contribution_id', '=', contributionId)
      .where('removed_at', 'is', null)
      .execute()
    const change = { content: (doc: DocJson) => withoutContribution(doc, contributionId), words: (words: string) => words }
    for (const place of places) {
      await rebuildText(trx, { ...place, change })
      await enqueueIndexing(trx, await catalogueIds(trx, place.documentId))
    }
    await trx
      .updateTable('contribution_placement')
      .set({ removed_at: new Date() })
      .where('contribution_id', '=', contributionId)
      .where('removed_at', 'is', null)
      .execute()
  })
}

/** Catalogue ids of the noun a document belongs to. */
async function catalogueIds(trx: Db, documentId: string): Promise<string[]> {
  const tables = [
    ['practice', 'practice'],
    ['chapter', 'chapter'],
    ['take_away', 'take-away'],
    ['training_session', 'session'],
    ['programme', 'programme'],
    ['process', 'process'],
  ] as const
  const found = await Promise.all(
    tables.map(async ([table, type]) =>
      (await trx.selectFrom(table).select('id').where('document_id', '=', documentId).execute()).map(({ id }) => `${type}:${id}`),
    ),
  )
  return found.flat()
}
