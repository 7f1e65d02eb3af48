import { sql } from 'kysely'
import { liveName, type TextRef } from '#app/documents/access.ts'
import { erasePassage } from '#app/documents/erasure/erase-passage.server.ts'
import { eraseText } from '#app/documents/erasure/erase-text.server.ts'
import type { Erased } from '#app/documents/erasure/rebuild-text.server.ts'
import { sweepErased } from '#app/documents/erasure/sweep-erased.server.ts'
import { type Actor, hasRole } from '#app/shared/actor.ts'
import { AppError } from '#app/shared/app-error.ts'
import type { Db } from '#db/connection.ts'
import { enqueueIndexing } from '#search/indexing.ts'
import { findTextAccess } from './document-access.server.ts'

type Erase = TextRef & { actor: Actor; /** Words to erase; 'everything' empties the text. */ what: readonly string[] | 'everything' }

/**
 * Erases words from a text, its history, its editions and the search index, for good. Administrators only. Refusals:
 * forbidden, not-found, bad-request.
 */
export async function eraseWords(db: Db, { actor, what, documentId, lang }: Erase): Promise<Erased> {
  if (actor.kind !== 'person' || !hasRole(actor, 'admin')) throw new AppError('forbidden')
  const erased = await db.transaction().execute(async (trx) => {
    const ref = { documentId, lang, actorId: actor.id }
    if (!(await findTextAccess(trx, actor, liveName(ref)))) throw new AppError('not-found')
    const done = what === 'everything' ? await eraseText(trx, ref) : await erasePassage(trx, { ...ref, passages: what })
    await enqueueIndexing(trx, await catalogueIds(trx, documentId))
    return done
  })
  await sweepErased(db)
  return erased
}

/** Catalogue ids of what this document belongs to. */
async function catalogueIds(db: Db, documentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select type || ':' || id as id from practice where document_id = ${documentId}
    union all select 'chapter:' || id from chapter where document_id = ${documentId}
    union all select 'programme:' || id from programme where document_id = ${documentId}
    union all select 'session:' || id from training_session where document_id = ${documentId}
    union all select 'take-away:' || id from take_away where document_id = ${documentId}`.execute(db)
  return rows.map((row) => row.id)
}
