import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { type Erased, rebuildText } from './rebuild-text.server.ts'
import { shortestPassage, withoutPassages } from './without-passages.ts'

type Erase = TextRef & {
  /** Words to erase, each standing within one block. */
  passages: readonly string[]
  actorId: string | null
}

/**
 * Erases passages from a text for good: it is rebuilt without them in a new epoch; the old log, snapshots and versions
 * are dropped, editions that held them reissued, and people who had the text open start afresh. What a client kept of
 * the old epoch is refused when it returns. The caller decides who may, has the index brought up to date in the same
 * transaction, and calls `sweepErased` after the commit. Refusals: not-found; bad-request for a passage under 3
 * characters.
 */
export async function erasePassage(db: Db, { passages, ...erase }: Erase): Promise<Erased> {
  if (passages.length === 0 || passages.some((passage) => passage.trim().length < shortestPassage))
    throw new AppError('bad-request', 'a passage to erase is too short')
  return rebuildText(db, { ...erase, change: (content) => withoutPassages(content, passages) })
}
