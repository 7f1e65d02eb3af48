import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { type DocumentKind, emptyContent } from '../schema/content.ts'
import { cut, type FindPassages, findPhrases, foldedPassage, shortestPassage } from './passages.ts'
import { type Change, type Erased, rebuildText } from './rebuild-text.server.ts'
import { withoutPassages } from './without-passages.ts'

/** Passages, each standing within one block; 'everything' empties the text; or what finds them again after a restore. */
export type ToErase = readonly string[] | 'everything' | FindPassages

type Erase = TextRef & { what: ToErase; after?: number }

/**
 * Erases words from a text for good: it is rebuilt without them in a new epoch, its log dropped, versions and editions
 * that held them rewritten; people who had it open start afresh, and what a client kept of the old epoch is refused
 * when it returns. The caller decides who may, notes the act, has the index brought up to date in the same transaction
 * and calls `sweepErased` after the commit. Refusals: not-found; bad-request for a passage under 3 characters.
 */
export async function eraseFromText(db: Db, { what, ...erase }: Erase): Promise<Erased> {
  if (what === 'everything') return rebuildText(db, { ...erase, change: await nothingLeft(db, erase.documentId) })
  return rebuildText(db, { ...erase, change: withoutFound(typeof what === 'function' ? what : findChecked(what)) })
}

function findChecked(passages: readonly string[]): FindPassages {
  if (passages.length === 0 || passages.some((passage) => foldedPassage(passage).length < shortestPassage))
    throw new AppError('bad-request', 'a passage to erase is too short')
  return findPhrases(passages)
}

const withoutFound = (find: FindPassages): Change => ({
  content: (content) => withoutPassages(content, find),
  words: (words) => cut(words, find),
})

async function nothingLeft(db: Db, documentId: string): Promise<Change> {
  const row = await db.selectFrom('document').where('id', '=', documentId).select('kind').executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return { content: () => emptyContent(row.kind as DocumentKind), words: () => '', everything: true }
}
