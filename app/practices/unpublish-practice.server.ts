import type { Db } from '#db/connection.ts'
import type { Actor } from '#app/shared/actor.ts'
import { withdrawEditions } from '#app/documents/editions/withdraw-editions.server.ts'
import { type MoveOutcome, movePractice, type StepNote } from './move-practice.server.ts'

/** Takes a sheet off the public pages; its editions are withdrawn and can be published again. A reason is required. Editors only. */
export const unpublishPractice = (db: Db, actor: Actor, id: string, note: StepNote): Promise<MoveOutcome> =>
  movePractice(db, actor, id, 'unpublish', note, (trx, sheet) => withdrawEditions(trx, sheet.document_id))
