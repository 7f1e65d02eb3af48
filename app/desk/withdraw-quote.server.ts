import { sql } from 'kysely'
import { z } from 'zod'
import { takeOutQuote } from '#app/codesign/ledger/take-out-quote.server.ts'
import { foldedPassage, shortestPassage } from '#app/documents/erasure/passages.ts'
import type { Tasks } from '#app/shared/jobs.server.ts'
import type { Db } from '#db/connection.ts'
import { eraseWords, operator } from './erase-words.server.ts'

/**
 * Takes a participant's words out of every text they were placed in: the live text and its history, editions already
 * published, the search index, and later restores. Does nothing while they still agree to be quoted. Words that were
 * edited since they were placed still carry their mark and go too. Returns how many texts it concerned.
 */
export async function withdrawQuote(db: Db, dataDir: string, contributionId: string): Promise<number> {
  const placements = await db
    .selectFrom('contribution_placement as p')
    .innerJoin('contribution as c', 'c.id', 'p.contribution_id')
    .leftJoin('quote_consent as q', 'q.contribution_id', 'c.id')
    .where('p.contribution_id', '=', contributionId)
    .where('p.removed_at', 'is', null)
    .where((eb) => eb.or([eb('c.state', '=', 'withdrawn'), eb('q.withdrawn_on', 'is not', null)]))
    .select(['p.id', 'p.document_id', 'p.lang', 'p.placed_text'])
    .execute()
  const targets = placements.flatMap(({ document_id: documentId, lang, placed_text }) => {
    // Words stand within one block each; an answer of several lines became several.
    const what = placed_text.split('\n').filter((passage) => foldedPassage(passage).length >= shortestPassage)
    return what.length > 0 ? [{ documentId, lang, what }] : []
  })
  // First the marked words, whatever they were edited into; then the words as they were said, wherever they stand unmarked.
  if (placements.length > 0) await takeOutQuote(db, contributionId)
  if (targets.length > 0) await eraseWords(db, { eraser: operator, reason: 'consent-withdrawn', targets, dataDir })
  if (placements.length > 0)
    await db
      .updateTable('contribution_placement')
      .set({ removed_at: sql<Date>`now()`, placed_text: '' })
      .where(
        'id',
        'in',
        placements.map(({ id }) => id),
      )
      .execute()
  return placements.length
}

const payload = z.object({ contributionId: z.uuid() })

export const quoteTasks = (db: Db, dataDir: string): Tasks => ({
  'withdraw-quote': async (given) => {
    await withdrawQuote(db, dataDir, payload.parse(given).contributionId)
  },
})
