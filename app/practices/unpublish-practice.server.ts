import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { withdrawEditions } from '#app/documents/editions/withdraw-editions.server.ts'
import { type MoveOutcome, movePractice } from './move-practice.server.ts'

/** Takes a sheet off the public pages; its editions are withdrawn and can be published again. A reason is required. Editors only. */
export const unpublishPractice = (db: Db, actor: Actor, id: string, reason: string): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'unpublish', reason, (trx, sheet) => withdrawEditions(trx, sheet.document_id))
