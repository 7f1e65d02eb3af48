import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import type { TextRef } from '../access.ts'
import { type DocumentKind, emptyContent } from '../schema/content.ts'
import { type Erased, rebuildText } from './rebuild-text.server.ts'

/** Erases all words of a text and of its editions, as `erasePassage` does. Refusals: not-found. */
export async function eraseText(db: Db, erase: TextRef & { actorId: string | null }): Promise<Erased> {
  const row = await db.selectFrom('document').where('id', '=', erase.documentId).select('kind').executeTakeFirst()
  if (!row) throw new AppError('not-found')
  return rebuildText(db, { ...erase, change: () => emptyContent(row.kind as DocumentKind) })
}
